package be.kruispunt.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import be.kruispunt.documents.folder.Fields;
import be.kruispunt.model.rights.SchemeCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Populations that differ in what the asker may not know (a move, a death, which status, whose) are answered alike. */
class AlikeTest {
    private static final Schemes SCHEMES = Schemes.standard();

    @TestFactory
    Stream<DynamicNode> whatTheAskerMayNotKnow_doesNotShow() throws IOException {
        try (InputStream in = Objects.requireNonNull(AlikeTest.class.getResourceAsStream("cases/alike.yaml"))) {
            return Fields.of(in.readAllBytes(), "alike.yaml").each("cases").stream()
                    .map(each -> dynamicTest(each.text("case"), () -> assertAlike(each)));
        }
    }

    private static void assertAlike(Fields fields) {
        SchemeCode scheme = SchemeCode.of(fields.text("scheme"));
        List<SchemeCase> populations =
                fields.each("populations").stream().map(SchemeCase::new).toList();
        assertThat(populations).hasSizeGreaterThan(1);
        for (String day : fields.texts("days")) {
            assertThat(populations)
                    .extracting(population -> population.told(SCHEMES, scheme, LocalDate.parse(day)))
                    .as(day)
                    .containsOnly(populations.getFirst().told(SCHEMES, scheme, LocalDate.parse(day)));
        }
    }
}
