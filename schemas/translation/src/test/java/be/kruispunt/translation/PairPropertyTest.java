package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossReport.Line;
import be.kruispunt.translation.Translation.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * Of every pair, over random documents that follow their schema: nothing is dropped silently, whatever a document says, and
 * what goes there and back comes back as it was. The seeds are fixed: one commit, one verdict. {@link ThousandsOfPairsTest}
 * asks the same of thousands.
 */
class PairPropertyTest {
    private static final Optional<Issue> ISSUE =
            Optional.of(new Issue(InstitutionId.of("LU:0053"), LocalDate.of(2026, 10, 5)));

    private static final DocumentValidator VALIDATOR = new DocumentValidator(DocumentCatalogue.standard());

    private final Translator translator = Translator.standard(DocumentCatalogue.standard());

    /** How many documents of each pair. */
    int tries() {
        return 100;
    }

    /**
     * One direction, of one document or of several that belong together.
     *
     * @param needed an element without which the target cannot say what it must, or that it may be anything: then its schema is
     *     not followed, and the hub refuses to translate, with the reasons
     */
    @ParameterizedTest
    @CsvSource({
        "U1/1.0, U002/4.2, ''",
        "U002/4.2, U1/1.0, ''",
        "U1/1.0, U002/4.1, ''",
        "U002/4.1, U1/1.0, ''",
        "U1/1.0, U002/4.2+U004/4.2, ''",
        "U002/4.2+U004/4.2, U1/1.0, ''",
        "U1/1.0, U017/4.2, anything",
        "U017/4.2, U1/1.0, anything",
        "U1/1.0, U017/4.2+U004/4.2, anything",
        "U017/4.2+U004/4.2, U1/1.0, anything",
        "S1/1.0, S072/4.2, ''",
        "S072/4.2, S1/1.0, PeriodEntitlement",
        "A1/1.0, A009/4.2, anything",
        "A009/4.2, A1/1.0, anything",
        "A1/1.0, A010/4.2, anything",
        "A010/4.2, A1/1.0, anything",
        "BL1/1.0, S072/4.2, anything",
        "BL1/1.0, S073/4.2, anything",
        "R107/1.0, S071/4.2, anything",
    })
    void everyFilledBoxIsAccountedFor_andTheResultFollowsItsSchema(String from, String to, String needed) {
        int translated = 0;
        int followed = 0;
        for (int seed = 0; seed < tries(); seed++) {
            List<ReadDocument> samples = samples(from, to, seed);
            if (translator.target(samples, types(to)).isEmpty()) {
                continue; // the table is for some documents of the type only
            }
            translated++;
            Translation translation = translator.translate(samples, types(to), ISSUE);
            accounted(samples, translation);
            boolean sayable = needed.isEmpty()
                    || samples.getFirst().payload().getElementsByTagName(needed).getLength() > 0;
            for (Written written : translation.documents()) {
                String problem = Schemas.problem(written.type(), written.payload());
                assertThat(sayable ? problem : "").as("seed %d", seed).isEmpty();
                followed += problem.isEmpty() ? 1 : 0;
                if (!problem.isEmpty()) {
                    assertThat(VALIDATOR
                                    .validate(header(written.type()), written.payload())
                                    .refusal())
                            .as("seed %d", seed)
                            .hasValueSatisfying(
                                    refusal -> assertThat(refusal.findings()).isNotEmpty());
                }
            }
            assertThat(translation.rows()).hasSameSizeAs(translation.report().lines());
        }
        assertThat(translated).isGreaterThan(tries() / 10);
        assertThat(followed).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"U002/4.2, U1/1.0", "U002/4.2+U004/4.2, U1/1.0", "S072/4.2, S1/1.0"})
    void whereNobodySaysWhoIssuedIt_theFormNamesNobody(String from, String to) {
        for (int seed = 0; seed < tries() / 4; seed++) {
            List<ReadDocument> samples = samples(from, to, seed);
            Translation translation = translator.translate(samples, types(to), Optional.empty());
            Element target = translation.documents().getFirst().payload();
            assertThat(Leaves.all(target)).doesNotContainKey('/' + target.getLocalName() + "/Institution");
            accounted(samples, translation);
        }
    }

    /** What is carried on the way there is carried back as it was, or named on the way back. */
    @ParameterizedTest
    @CsvSource({
        "U1/1.0, U002/4.2",
        "U1/1.0, U002/4.1",
        "U1/1.0, U002/4.2+U004/4.2",
        "U1/1.0, U017/4.2",
        "U1/1.0, U017/4.2+U004/4.2",
        "S1/1.0, S072/4.2",
        "A1/1.0, A010/4.2"
    })
    void whatBothWaysCallCarried_comesBackAsItWas(String from, String to) {
        int carried = 0;
        int translated = 0;
        for (int seed = 0; seed < tries(); seed++) {
            List<ReadDocument> samples = samples(from, to, seed);
            if (translator.target(samples, types(to)).isEmpty()) {
                continue;
            }
            translated++;
            Translation there = translator.translate(samples, types(to), ISSUE);
            Translation again = back(there, from);
            Map<String, String> first = leaves(samples);
            Map<String, String> last = all(again);
            Map<String, Line> second = again.report().lines().stream()
                    .collect(Collectors.toMap(line -> Leaves.normal(line.source()), Function.identity()));
            for (Line line : there.report().with(Fate.CARRIED)) {
                Line next = second.get(Leaves.normal(line.target()));
                if (next == null) {
                    throw new AssertionError("seed " + seed + ": nothing is said of " + line.target());
                }
                if (next.fate() == Fate.CARRIED) {
                    carried++;
                    assertThat(last)
                            .as("seed %d: %s -> %s -> %s", seed, line.source(), line.target(), next.target())
                            .containsEntry(Leaves.normal(next.target()), first.get(Leaves.normal(line.source())));
                }
            }
        }
        assertThat(carried).isGreaterThan(translated * 5);
    }

    /** What the form has no place for was lost on the way there: the second and third journey lose nothing more. */
    @ParameterizedTest
    @CsvSource({"U1/1.0, U002/4.2", "U1/1.0, U002/4.2+U004/4.2", "S1/1.0, S072/4.2"})
    void whatWasMadeFromAForm_losesNothingOnTheWayBackAndForth(String from, String to) {
        for (int seed = 0; seed < tries(); seed++) {
            List<ReadDocument> samples = samples(from, to, seed);
            Optional<Issue> issue = Optional.of(issuer(samples.getFirst().payload()));
            Translation there = translator.translate(samples, types(to), issue);
            Translation again = translator.translate(read(there), types(from), issue);
            Translation thereAgain = translator.translate(read(again), types(to), issue);
            assertThat(again.report().with(Fate.LOST)).as("seed %d", seed).allMatch(line -> line.source()
                    .startsWith("/U004/Person")); // which U002 says as well
            assertThat(leaves(read(thereAgain))).as("seed %d", seed).isEqualTo(leaves(read(there)));
        }
    }

    /** The institution in the last box, which is told from the country of its number. */
    private static Issue issuer(Element form) {
        var numbers = form.getElementsByTagName("identificationNumber");
        Element number = (Element) numbers.item(numbers.getLength() - 1);
        Element institution = (Element) number.getParentNode();
        institution
                .getElementsByTagName("country")
                .item(0)
                .setTextContent(number.getTextContent().substring(0, 2));
        return new Issue(InstitutionId.of(number.getTextContent()), LocalDate.of(2026, 10, 5));
    }

    private Translation back(Translation there, String from) {
        return translator.translate(read(there), types(from), ISSUE);
    }

    static Header header(DocumentType type) {
        InstitutionId institution = ISSUE.orElseThrow().institution();
        return new Header(
                institution,
                List.of(institution),
                type,
                new InstanceId(new UUID(0, 0)),
                Instant.EPOCH,
                "PROCESS",
                Optional.empty(),
                LegalContext.of("PURPOSE"),
                Optional.empty());
    }

    private static List<ReadDocument> read(Translation translation) {
        return translation.documents().stream()
                .map(written -> Schemas.document(written.type(), written.payload()))
                .toList();
    }

    private static List<DocumentType> types(String names) {
        return Stream.of(names.split("\\+", -1)).map(Schemas::type).toList();
    }

    /** Other documents for each pair. */
    private static List<ReadDocument> samples(String from, String to, int seed) {
        return types(from).stream()
                .map(type -> sample(type, 31L * seed + (from + to).hashCode()))
                .toList();
    }

    private static ReadDocument sample(DocumentType type, long seed) {
        Element sample = new SchemaSampler(type, new Random(seed)).write();
        assertThat(Schemas.problem(type, sample))
                .as("the sampler's own fault, seed %d", seed)
                .isEmpty();
        return Schemas.document(type, sample);
    }

    private static Map<String, String> leaves(List<ReadDocument> documents) {
        var leaves = new HashMap<String, String>();
        documents.forEach(document -> leaves.putAll(Leaves.of(document.payload())));
        return leaves;
    }

    private static Map<String, String> all(Translation translation) {
        var elements = new HashMap<String, String>();
        translation.documents().forEach(written -> elements.putAll(Leaves.all(written.payload())));
        return elements;
    }

    private static void accounted(List<ReadDocument> samples, Translation translation) {
        LossReport report = translation.report();
        Map<String, String> filled = leaves(samples);
        List<String> accounted = report.lines().stream()
                .map(line -> Leaves.normal(line.source()))
                .toList();
        assertThat(accounted).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(filled.keySet());
        Map<String, String> written = all(translation);
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
