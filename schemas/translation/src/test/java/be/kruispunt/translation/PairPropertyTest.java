package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossReport.Line;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * Of every pair, over random documents that follow their schema: nothing is dropped silently, whatever a document says, and
 * what goes there and back comes back as it was. The seeds are fixed: one commit, one verdict.
 */
class PairPropertyTest {
    private static final int TRIES = 300;
    private static final Optional<Issue> ISSUE =
            Optional.of(new Issue(InstitutionId.of("LU:0053"), LocalDate.of(2026, 10, 5)));

    private final Translator translator = Translator.standard(DocumentCatalogue.standard());

    /**
     * One direction.
     *
     * @param needed an element without which the target cannot say what it must: then its schema is not followed, and the
     *     hub refuses to translate
     */
    @ParameterizedTest
    @CsvSource({
        "U1/1.0, U002/4.2, ''",
        "U002/4.2, U1/1.0, ''",
        "S1/1.0, S072/4.2, ''",
        "U1/1.0, U002/4.1, ''",
        "U002/4.1, U1/1.0, ''",
        "S072/4.2, S1/1.0, PeriodEntitlement",
    })
    void everyFilledBoxIsAccountedFor_andTheResultFollowsItsSchema(String from, String to, String needed) {
        for (int seed = 0; seed < TRIES; seed++) {
            Element sample = sample(Schemas.type(from), seed);
            Translation translation = translate(sample, from, to, ISSUE);
            Element target = translation.documents().getFirst().payload();
            accounted(sample, target, translation.report());
            boolean sayable =
                    needed.isEmpty() || sample.getElementsByTagName(needed).getLength() > 0;
            if (sayable) {
                assertThat(Schemas.problem(Schemas.type(to), target))
                        .as("seed %d", seed)
                        .isEmpty();
            }
            assertThat(translation.rows()).hasSameSizeAs(translation.report().lines());
        }
    }

    @ParameterizedTest
    @CsvSource({"U002/4.2, U1/1.0", "S072/4.2, S1/1.0"})
    void whereNobodySaysWhoIssuedIt_theFormNamesNobody(String from, String to) {
        for (int seed = 0; seed < TRIES / 4; seed++) {
            Element sample = sample(Schemas.type(from), seed);
            Translation translation = translate(sample, from, to, Optional.empty());
            Element target = translation.documents().getFirst().payload();
            assertThat(Leaves.all(target)).doesNotContainKey('/' + target.getLocalName() + "/Institution");
            accounted(sample, target, translation.report());
        }
    }

    @ParameterizedTest
    @CsvSource({"U1/1.0, U002/4.2", "U1/1.0, U002/4.1", "U1/1.0, U017/4.2", "S1/1.0, S072/4.2"})
    void whatBothWaysCallCarried_comesBackAsItWas(String from, String to) {
        var carried = new HashMap<String, Integer>();
        for (int seed = 0; seed < TRIES; seed++) {
            Element sample = sample(Schemas.type(from), seed);
            Translation there = translate(sample, from, to, ISSUE);
            Translation again = translate(there.documents().getFirst().payload(), to, from, ISSUE);
            Map<String, String> first = Leaves.of(sample);
            Map<String, String> last = Leaves.all(again.documents().getFirst().payload());
            Map<String, Line> second = again.report().with(Fate.CARRIED).stream()
                    .collect(Collectors.toMap(line -> Leaves.normal(line.source()), Function.identity()));
            for (Line line : there.report().with(Fate.CARRIED)) {
                Line next = second.get(Leaves.normal(line.target()));
                if (next != null) {
                    carried.merge(from, 1, Integer::sum);
                    assertThat(last)
                            .as("seed %d: %s -> %s -> %s", seed, line.source(), line.target(), next.target())
                            .containsEntry(Leaves.normal(next.target()), first.get(Leaves.normal(line.source())));
                }
            }
        }
        assertThat(carried.get(from)).isGreaterThan(TRIES * 5);
    }

    /** What the form has no place for was lost on the way there: the second and third journey lose nothing more. */
    @ParameterizedTest
    @CsvSource({"U1/1.0, U002/4.2", "S1/1.0, S072/4.2"})
    void whatWasMadeFromAForm_losesNothingOnTheWayBackAndForth(String from, String to) {
        for (int seed = 0; seed < TRIES; seed++) {
            Element sample = sample(Schemas.type(from), seed);
            Element number = (Element) sample.getElementsByTagName("identificationNumber")
                    .item(sample.getElementsByTagName("identificationNumber").getLength() - 1);
            Element institution = (Element) number.getParentNode();
            institution
                    .getElementsByTagName("country")
                    .item(0)
                    .setTextContent(number.getTextContent().substring(0, 2));
            Optional<Issue> issue =
                    Optional.of(new Issue(InstitutionId.of(number.getTextContent()), LocalDate.of(2026, 10, 5)));
            Element there =
                    translate(sample, from, to, issue).documents().getFirst().payload();
            Translation again = translate(there, to, from, issue);
            Element thereAgain = translate(again.documents().getFirst().payload(), from, to, issue)
                    .documents()
                    .getFirst()
                    .payload();
            assertThat(again.report().with(Fate.LOST)).as("seed %d", seed).isEmpty();
            assertThat(Leaves.of(thereAgain)).as("seed %d", seed).isEqualTo(Leaves.of(there));
        }
    }

    private static Element sample(DocumentType type, int seed) {
        Element sample = new SchemaSampler(type, new Random(seed)).write();
        assertThat(Schemas.problem(type, sample))
                .as("the sampler's own fault, seed %d", seed)
                .isEmpty();
        return sample;
    }

    private Translation translate(Element root, String from, String to, Optional<Issue> issue) {
        return translator.translate(
                List.of(Schemas.document(Schemas.type(from), root)), List.of(Schemas.type(to)), issue);
    }

    private static void accounted(Element sample, Element target, LossReport report) {
        Map<String, String> filled = Leaves.of(sample);
        List<String> accounted = report.lines().stream()
                .map(line -> Leaves.normal(line.source()))
                .toList();
        assertThat(accounted).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(filled.keySet());
        Map<String, String> written = Leaves.all(target);
        for (Line line : report.lines()) {
            String path = Leaves.normal(line.target());
            assertThat(line.box()).as(line.source()).isNotEmpty();
            switch (line.fate()) {
                case CARRIED -> {
                    assertThat(written).as(line.source()).containsEntry(path, filled.get(Leaves.normal(line.source())));
                    assertThat(line.reason()).isEmpty();
                }
                case CHANGED -> {
                    assertThat(written).as(line.source()).containsKey(path);
                    assertThat(line.reason()).isNotEmpty();
                }
                case LOST -> {
                    assertThat(path).isEmpty();
                    assertThat(line.reason()).isNotEmpty();
                }
            }
        }
    }
}
