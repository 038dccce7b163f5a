package be.kruispunt.hub.command;

import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.Validation;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.view.LossReports;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.translation.Issue;
import be.kruispunt.translation.Translation;
import be.kruispunt.translation.Translator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
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
            "not signed, keeps the process of the original, and says what it was made of: where a hub would write its",
            "ticket stands the identifier of the original."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub translate u1.xml --to U002 > u002.xml",
            "  hub translate u1.xml --to u002 --out u002.xml",
            "  hub translate u1.xml --to 'U002 4.2' --json",
            "  hub translate u1.xml --to U002 --explain"
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

    @Option(names = "--explain", description = "name the row of the table behind each line: file and line")
    private boolean explain;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        var documents = data.documents();
        try {
            byte[] xml = Xml.read(file);
            IncomingDocument document = documents.read(xml);
            Validation validation = documents.validate(document);
            Optional<Refusal> refusal = validation.refusal();
            return refusal.isPresent()
                    ? Documents.refuseBeside(out, refusal.get())
                    : translate(
                            documents,
                            document.header(),
                            Documents.provenance(document.header(), xml),
                            validation.document().orElseThrow());
        } catch (Unreadable e) {
            return Documents.refuseBeside(out, e.refusal());
        }
    }

    private int translate(Documents documents, Header header, Provenance origin, ReadDocument content) {
        Translator translator = data.translator(documents.catalogue());
        List<DocumentType> targets = translator.targets(content).stream()
                .filter(types -> types.size() == 1)
                .map(List::getFirst)
                .toList();
        Optional<DocumentType> type = targets.stream()
                .filter(candidate -> candidate.code().equalsIgnoreCase(to)
                        || candidate.toString().equalsIgnoreCase(to))
                .findFirst();
        if (type.isEmpty()) {
            return Documents.refuseBeside(
                    out, Refusal.of(RefusalCode.NO_TRANSLATION, content.type() + " can be turned into " + targets));
        }
        Translation translation =
                translator.translate(List.of(content), List.of(type.get()), Optional.of(Issue.of(header)));
        Header outgoing = header.withType(type.get())
                .withProvenance(origin)
                .withOmissions(translation.report().summary().omissions());
        Document written = documents
                .writer()
                .write(outgoing, translation.documents().getFirst().payload());
        byte[] xml = documents.writer().serialise(written);
        Validation result = documents.validateWritten(outgoing, written);
        if (!result.accepted()) {
            return Documents.refuseBeside(
                    out,
                    new Refusal(
                            RefusalCode.NO_TRANSLATION,
                            "as " + type.get() + " the document would break its own rules",
                            result.findings()));
        }
        report(translation).forEach(out::note);
        DocumentOut.write(
                out,
                target,
                xml,
                Map.of("outcome", "translated", "type", type.get().toString(), "boxes", json(translation)));
        return Exit.SUCCESS.code();
    }

    private List<String> report(Translation translation) {
        if (!explain) {
            return LossReports.lines(translation.report().summary());
        }
        return IntStream.range(0, translation.rows().size())
                .mapToObj(i -> LossReports.line(translation.report().lines().get(i)) + "  by "
                        + translation.rows().get(i))
                .toList();
    }

    private List<Map<String, String>> json(Translation translation) {
        return IntStream.range(0, translation.rows().size())
                .mapToObj(i -> {
                    LossReport.Line line = translation.report().lines().get(i);
                    Map<String, String> map = new LinkedHashMap<>();
                    map.put("fate", line.fate().name());
                    map.put("box", line.box());
                    map.put("source", line.source());
                    map.put("target", line.target());
                    map.put("reason", line.reason());
                    if (explain) {
                        map.put("row", translation.rows().get(i));
                    }
                    return map;
                })
                .toList();
    }
}
