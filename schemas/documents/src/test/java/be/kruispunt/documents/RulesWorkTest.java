package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.documents.rules.Report;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.outcome.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * What the rules cost where each is broken as often as its form allows: counted in what they ask of the tree, and held to
 * grow no faster than the document. A new rule comes here by its example.
 */
class RulesWorkTest {
    /** How many findings are told: the bound is behind both sizes, as it is for a document at the limits. */
    private static final int MOST = 20;

    private static final int TIMES = 150;

    private static final String SCHEMA = "SCHEMA-";

    /** A message that breaks a rule. */
    private record Broken(String name, String code, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> broken() {
        return Stream.concat(
                Stream.of(BrokenRule.values()).map(rule -> new Broken(rule.name(), rule.code(), rule.message())),
                RefusedExample.all().map(each -> new Broken(each.name(), each.code(), each.message())));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void twiceTheDocument_isTwiceTheWork(Broken rule) throws Unreadable {
        Optional<IncomingDocument> once = repeated(rule, TIMES);
        assumeThat(once)
                .as("what it is about may stand there once, or a few times")
                .isPresent();
        long work = work(once.get());
        long twice = work(repeated(rule, 2 * TIMES).orElseThrow());
        assertThat(twice).isLessThan(2 * work + work / 4);
    }

    /** The example, with the nearest element that may be repeated standing there so often; none of the header does. */
    private static Optional<IncomingDocument> repeated(Broken rule, int times) throws Unreadable {
        String path = Fixture.findings(rule.message()).stream()
                .filter(finding -> finding.code().equals(rule.code()))
                .map(Finding::path)
                .findFirst()
                .orElseThrow();
        if (path.startsWith("/StandardBusinessDocument/")) {
            return Optional.empty();
        }
        for (int names = (int) path.chars().filter(c -> c == '/').count(); names > 1; names--) {
            IncomingDocument message = Fixture.READER.read(Fixture.bytes(rule.message()));
            Element place = place(message.payload(), path, names);
            for (int i = 1; i < times; i++) {
                place.getParentNode().insertBefore(place.cloneNode(true), place);
            }
            List<Finding> findings = Fixture.VALIDATOR.validate(message).findings();
            if (findings.stream().noneMatch(finding -> finding.code().startsWith(SCHEMA))) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** The element of the first so many names of a path that a finding has. */
    private static Element place(Element payload, String path, int names) {
        Element at = payload;
        for (String name :
                Stream.of(path.split("/", -1)).skip(2).limit(names - 1L).toList()) {
            int bracket = name.indexOf('[');
            int index = bracket < 0 ? 1 : Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
            at = Elements.children(at, bracket < 0 ? name : name.substring(0, bracket))
                    .get(index - 1);
        }
        return at;
    }

    private static long work(IncomingDocument message) {
        DocumentDefinition definition = Fixture.CATALOGUE.get(message.header().type());
        var tree = new CountedTree();
        List<Finding> findings = Report.of(
                definition.reading(message.header(), tree.of(message.payload())),
                definition.rules().all(),
                new Report.Words(definition.folder().labels(), Language.EN),
                MOST);
        assertThat(findings).isNotEmpty();
        return tree.asked();
    }
}
