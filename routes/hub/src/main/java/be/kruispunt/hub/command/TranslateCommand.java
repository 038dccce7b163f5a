package be.kruispunt.hub.command;

import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.Validation;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.translation.Translation;
import be.kruispunt.translation.Translator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub translate FILE --to TYPE}. */
@Command(
        name = "translate",
        mixinStandardHelpOptions = true,
        description = {
            "Turns a document into another type, and says of every filled box what became of it.",
            "The document goes to standard output, or into a file with --out; the report to standard error.",
            "With --json both are in the answer. Needs no running hub; the result is what a receiver would read: it is",
            "not signed, and keeps the process of the original."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub translate u1.xml --to U002 > u002.xml",
            "  hub translate u1.xml --to u002 --out u002.xml",
            "  hub translate u1.xml --to 'U002 4.2' --json"
        })
final class TranslateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a valid message; - for standard input")
    private Path file = Path.of("-");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TYPE",
            description = "its code, with or without the version: U002, u002, 'U002 4.2'")
    private String to = "";

    @Option(names = "--out", paramLabel = "FILE", description = "where to write the result; default: standard output")
    private Path target = Xml.STANDARD;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        var documents = new Documents();
        try {
            IncomingDocument document = documents.read(Xml.read(file));
            Validation validation = documents.validate(document);
            Optional<Refusal> refusal = validation.refusal();
            return refusal.isPresent()
                    ? Documents.refuseBeside(out, refusal.get())
                    : translate(
                            documents, document.header(), validation.document().orElseThrow());
        } catch (Unreadable e) {
            return Documents.refuseBeside(out, e.refusal());
        }
    }

    private int translate(Documents documents, Header header, ReadDocument content) {
        Translator translator = Translator.standard();
        Optional<DocumentType> type = translator.targets(content.type()).stream()
                .filter(candidate -> candidate.code().equalsIgnoreCase(to)
                        || candidate.toString().equalsIgnoreCase(to))
                .findFirst();
        if (type.isEmpty()) {
            return Documents.refuseBeside(
                    out,
                    Refusal.of(
                            RefusalCode.NO_TRANSLATION,
                            content.type() + " can be turned into " + translator.targets(content.type())));
        }
        Translation translation = translator.translate(content, type.get(), header);
        byte[] xml = documents
                .writer()
                .serialise(documents.writer().write(header.withType(type.get()), translation.content()));
        LossReports.lines(translation.report().summary()).forEach(out::note);
        DocumentOut.write(
                out,
                target,
                xml,
                Map.of("outcome", "translated", "type", type.get().toString(), "boxes", json(translation.report())));
        return Exit.SUCCESS.code();
    }

    private static List<Map<String, String>> json(LossReport report) {
        return report.lines().stream()
                .map(line -> {
                    Map<String, String> map = new LinkedHashMap<>();
                    map.put("fate", line.fate().name());
                    map.put("box", line.box());
                    map.put("source", line.source());
                    map.put("target", line.target());
                    map.put("reason", line.reason());
                    return map;
                })
                .toList();
    }
}
