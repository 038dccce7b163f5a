package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Of every type that is sent, over random documents that follow its schema: the hub finds them valid or names the rule that is broken, and
 * where. The seeds are fixed. {@link ThousandsOfEveryTypeTest} asks the same of thousands.
 */
class EveryTypePropertyTest {
    private static final DocumentValidator VALIDATOR = new DocumentValidator(DocumentCatalogue.standard());
    private static final Set<String> MADE_BY_THE_HUB = Set.of("N901", "RECEIPT", "REFUSAL");

    /** How many documents of each type. */
    int tries() {
        return 25;
    }

    static Stream<DocumentType> types() {
        return DocumentCatalogue.standardTypes().stream().filter(type -> !MADE_BY_THE_HUB.contains(type.code()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatFollowsItsSchema_isValid_orBreaksRulesThatAreNamed(DocumentType type) {
        for (int seed = 0; seed < tries(); seed++) {
            Optional<Refusal> refusal = VALIDATOR
                    .validate(PairPropertyTest.header(type), sample(type, seed))
                    .refusal();
            assertThat(refusal.map(Refusal::code))
                    .as("seed %d", seed)
                    .isIn(Optional.empty(), Optional.of(RefusalCode.RULE), Optional.of(RefusalCode.ISSUER_MISMATCH));
            assertThat(refusal.stream().flatMap(each -> each.findings().stream()))
                    .as("seed %d", seed)
                    .allSatisfy(finding -> {
                        assertThat(finding.path()).startsWith("/" + type.code());
                        assertThat(finding.message()).isNotBlank();
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void anElementThatItsSchemaDoesNotHave_isFound_whereverItStands(DocumentType type) {
        for (int seed = 0; seed < tries(); seed++) {
            Element sample = sample(type, seed);
            NodeList all = sample.getElementsByTagName("*");
            int place = new Random(seed).nextInt(all.getLength() + 1);
            Element parent = place == all.getLength() ? sample : (Element) all.item(place);
            parent.appendChild(sample.getOwnerDocument().createElementNS(null, "notInTheSchema"));
            assertThat(VALIDATOR.validate(PairPropertyTest.header(type), sample).refusal())
                    .as("seed %d, in %s", seed, parent.getTagName())
                    .hasValueSatisfying(refusal -> {
                        assertThat(refusal.code()).isEqualTo(RefusalCode.SCHEMA);
                        assertThat(refusal.findings()).isNotEmpty();
                    });
        }
    }

    private static Element sample(DocumentType type, int seed) {
        Element sample = new SchemaSampler(type, new Random(31L * seed + type.hashCode())).write();
        assertThat(Schemas.problem(type, sample))
                .as("the sampler's own fault, seed %d", seed)
                .isEmpty();
        return sample;
    }
}
