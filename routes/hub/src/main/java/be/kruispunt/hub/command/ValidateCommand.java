package be.kruispunt.hub.command;

import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.Validation;
import be.kruispunt.documents.xml.Unreadable;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hub validate FILE}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Holds a message against its schema and rules, and lists every finding. Needs no running hub.")
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a message (Standard Business Document); - for standard input")
    private Path file = Path.of("-");

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        var documents = new Documents();
        IncomingDocument document;
        try {
            document = documents.read(Xml.read(file));
        } catch (Unreadable e) {
            return Documents.refuse(out, e.refusal());
        }
        Validation validation = documents.validate(document);
        boolean valid = validation.accepted();
        out.line((valid ? "valid: " : "not valid: ") + document.header().type());
        validation.findings().forEach(finding -> out.line("  " + Documents.line(finding)));
        out.json(Map.of(
                "outcome", valid ? "valid" : "not valid",
                "type", document.header().type().toString(),
                "findings", Documents.json(validation.findings())));
        return valid ? 0 : HubCommand.NEGATIVE;
    }
}
