package be.kruispunt.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import be.kruispunt.documents.folder.Fields;
import be.kruispunt.model.rights.SchemeCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every rule of every scheme, at its edges: a file of cases for each scheme. */
class SchemeCasesTest {
    private static final Schemes SCHEMES = Schemes.standard();

    @TestFactory
    Stream<DynamicNode> everyScheme_answersAsItsCasesSay() {
        return SCHEMES.codes()
                .map(code -> dynamicContainer(
                        code.value(),
                        cases(code)
                                .map(each -> dynamicContainer(
                                        each.name(),
                                        each.wanted().entrySet().stream()
                                                .map(wanted -> dynamicTest(wanted.getKey(), () -> assertThat(
                                                                each.answer(
                                                                        SCHEMES,
                                                                        code,
                                                                        LocalDate.parse(wanted.getKey())))
                                                        .isEqualTo(wanted.getValue())))))));
    }

    private static Stream<SchemeCase> cases(SchemeCode code) {
        String file = "cases/" + code.value().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
        try (InputStream in = Objects.requireNonNull(SchemeCasesTest.class.getResourceAsStream(file), file)) {
            return Fields.of(in.readAllBytes(), file).each("cases").stream().map(SchemeCase::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
