package be.kruispunt.hub.command;

import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.Validation;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.outcome.Refusal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub validate FILE}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Holds a message against its schema and rules, and lists every finding; then against the process that its",
            "header names. Says nothing of the signature (hub verify) or of what needs the register. Needs no running"
                    + " hub; where the data folder is that of one, its documents.folder is read."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub validate u1.xml", "  hub validate u1.xml --lang nl", "  hub validate - --json < u1.xml"})
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a message (Standard Business Document); - for standard input")
    private Path file = Path.of("-");

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            converter = LanguageWord.class,
            defaultValue = "en",
            description = "in which the findings are told: nl, fr, de or en; default: en")
    private Language language = Language.EN;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        var documents = data.documents();
        var words = RefusalWords.in(language);
        final IncomingDocument document;
        try {
            document = documents.read(Xml.read(file));
        } catch (Unreadable e) {
            return Documents.refuse(out, e.refusal(), words);
        }
        Validation validation = documents.validate(document, language);
        boolean valid = validation.accepted();
        Optional<Refusal> misplaced = validation
                .document()
                .filter(read -> valid)
                .flatMap(read -> documents.holdAgainstProcess(document.header(), read, words));
        if (misplaced.isPresent()) {
            return Documents.refuse(out, misplaced.get(), words);
        }
        out.line((valid ? "valid: " : "not valid: ") + document.header().type());
        validation.findings().forEach(finding -> out.line("  " + Documents.line(finding)));
        out.json(Map.of(
                "outcome", valid ? "valid" : "not valid",
                "type", document.header().type().toString(),
                "findings", Documents.json(validation.findings())));
        return (valid ? Exit.SUCCESS : Exit.NEGATIVE).code();
    }
}
