package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.DocumentFolder;
import be.kruispunt.documents.folder.Fields;
import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.documents.folder.Meaning.Kind;
import be.kruispunt.model.message.DocumentFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The rules and the facts of one document type, as its folder states them.
 *
 * @param all those of all documents first, in the order in which they are run
 * @param facts what the hub must know of a document to decide on it
 */
public record Rules(List<Rule> all, Function<Reading, DocumentFacts> facts) {
    private static final Map<String, Function<Reading, DocumentFacts>> FACTS = Map.of("bl1-steps", BL1Steps::facts);

    public Rules {
        all = List.copyOf(all);
    }

    /**
     * Those of a folder. An answer, which the hub itself writes, has none.
     *
     * @throws be.kruispunt.documents.folder.FolderRefused when a line is none
     */
    public static Rules of(DocumentFolder folder) {
        var all = new ArrayList<Rule>();
        if (!folder.isAnswer()) {
            all.addAll(CommonRules.of(folder.type().code(), folder.meant().kinds()));
            var vocabulary = new Vocabulary(folder.shape(), folder.type().code());
            for (Fields line : folder.rules()) {
                all.add(vocabulary.rule(line));
            }
        }
        return new Rules(all, folder.facts().map(Rules::hook).orElse(Rules::complete));
    }

    private static Function<Reading, DocumentFacts> hook(String name) {
        Function<Reading, DocumentFacts> hook = FACTS.get(name);
        if (hook == null) {
            throw FolderRefused.of(name, "there is no hook of this name for facts", "the hooks are " + FACTS.keySet());
        }
        return hook;
    }

    /** Of a document that is complete in itself; its act is its code. */
    private static DocumentFacts complete(Reading reading) {
        PersonNumbers numbers = PersonNumbers.of(reading.places().of(Kind.PERSON_NUMBER));
        return new DocumentFacts(
                reading.header().type().code(), List.copyOf(numbers.all()), numbers.former(), Map.of(), Map.of());
    }

    /** Where a document names the institution that issues it. */
    public List<Element> issuers(Reading reading) {
        return all.stream()
                .filter(rule -> rule.code().equals(Rule.ISSUER_MISMATCH))
                .flatMap(rule -> rule.check() instanceof Line line ? line.lookedAt(reading).stream() : Stream.empty())
                .toList();
    }

    /** The numbers of persons that stand in a document, each as the element that holds what is written, by country. */
    public List<Element> numbers(Reading reading, String country) {
        return reading.places().of(Kind.PERSON_NUMBER).stream()
                .filter(place -> place.text("country").equals(country))
                .flatMap(place -> place.paths("number").getFirst().first(place.element()).stream())
                .toList();
    }
}
