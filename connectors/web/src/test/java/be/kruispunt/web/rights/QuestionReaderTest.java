package be.kruispunt.web.rights;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.web.Call;
import be.kruispunt.web.Issue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked, and what is said of what may not: everything at once, and no word of what was found. */
final class QuestionReaderTest {
    private static final String CUSTOMERS = "'customers': [{'customerReference': 'K-1'}]";
    private static final String HEAD = "'scheme': 'ENERGY', 'legalContext': 'SOCIAL_TARIFF', 'day': '2026-11-26'";

    private final QuestionReader reader = new QuestionReader();

    @Test
    void aQuestionIsRead_inTheOrderInWhichItWasAsked() {
        var read = read("{" + HEAD + ", 'customers': [{'ssin': '85073003328'}, {'customerReference': 'K/1:a'}]}");
        assertThat(read).isInstanceOf(QuestionReader.Read.Understood.class);
        RightsQuestion question = ((QuestionReader.Read.Understood) read).question();
        assertThat(question.asker().value()).isEqualTo("BE:0403019261");
        assertThat(question.persons()).hasSize(2);
        assertThat(question.persons().getFirst()).isInstanceOf(AskedPerson.ByNumber.class);
        assertThat(question).asString().doesNotContain("85073003328", "K/1:a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|requiredInput scheme, requiredInput legalContext, requiredInput day, requiredInput customers",
                "[]|schemaViolation",
                "'text'|schemaViolation",
                "{HEAD, 'customers': {}}|schemaViolation customers",
                "{HEAD, 'customers': []}|schemaViolation customers",
                "{HEAD, 'customers': ['K-1']}|schemaViolation customers[0]",
                "{HEAD, 'customers': [{}]}|exactlyOneOfExpected customers[0]",
                "{HEAD, 'customers': [{'ssin': '85073003328', 'customerReference': 'K'}]}|exactlyOneOfExpected"
                        + " customers[0]",
                "{HEAD, 'customers': [{'ssin': 85073003328}]}|schemaViolation customers[0].ssin",
                "{HEAD, 'customers': [{'ssin': null}]}|schemaViolation customers[0].ssin",
                "{HEAD, 'customers': [{'ssin': '85.07.30-033.28'}]}|schemaViolation customers[0].ssin",
                "{HEAD, 'customers': [{'ssin': '85073003329'}]}|invalidInput customers[0].ssin",
                "{HEAD, 'customers': [{'ssin': '٨٥٠٧٣٠٠٣٣٢٨'}]}|schemaViolation customers[0].ssin",
                "{HEAD, 'customers': [{'customerReference': ''}]}|schemaViolation customers[0].customerReference",
                "{HEAD, 'customers': [{'customerReference': 'K 1'}]}|schemaViolation customers[0].customerReference",
                "{HEAD, 'customers': [{'ssin': 'x'}, {'ssn': 'x'}]}|schemaViolation customers[0].ssin, unknownInput"
                        + " customers[1].ssn, exactlyOneOfExpected customers[1]",
                "{HEAD, CUSTOMERS, 'source': 'x'}|unknownInput source",
                "{HEAD, CUSTOMERS, '85073003328': 'x'}|unknownInput",
                "{'scheme': 'energy', 'legalContext': 7, 'day': '26-11-2026', CUSTOMERS}|schemaViolation scheme,"
                        + " schemaViolation legalContext, schemaViolation day",
                "{'scheme': 'ENERGY', 'legalContext': 'A', 'day': '2026-02-29', CUSTOMERS}|schemaViolation day",
                "{'scheme': 'ENERGY', 'legalContext': 'A', 'day': '0000-01-01', CUSTOMERS}|schemaViolation day",
            })
    void everythingThatIsWrong_isNamedAtOnce(String body, String issues) {
        List<Issue> found = wrong(body.replace("HEAD", HEAD).replace("CUSTOMERS", CUSTOMERS));
        assertThat(found.stream()
                        .map(issue -> (issue.type().urn().replaceFirst(".*:", "") + " " + issue.name()).strip())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(issues);
        assertThat(found.toString()).doesNotContain("85073003328", "٨");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{'scheme': 'ENERGY', 'scheme': 'ENERGY'}",
                "{HEAD, CUSTOMERS} {}",
                "{HEAD, CUSTOMERS, }",
                "{HEAD, 'customers': [{'ssin': 'NaN', 'ssin': '85073003328'}]}",
                "[[[[[[[[[[]]]]]]]]]]",
                "\uFEFF{HEAD, CUSTOMERS}"
            })
    void whatIsNoJson_isNotRead(String body) {
        assertThat(wrong(body.replace("HEAD", HEAD).replace("CUSTOMERS", CUSTOMERS)))
                .singleElement()
                .satisfies(issue -> assertThat(issue.type()).isEqualTo(Issue.Type.SCHEMA_VIOLATION))
                .satisfies(issue -> assertThat(issue.detail()).doesNotContain("85073003328"));
    }

    @Test
    void otherEncodings_areNotRead() {
        String body = ("{" + HEAD + ", " + CUSTOMERS + "}").replace('\'', '"');
        for (var encoding : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_32)) {
            assertThat(reader.read(call(body.getBytes(encoding)))).isInstanceOf(QuestionReader.Read.Wrong.class);
        }
        byte[] latin = body.replace("K-1", "é").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reader.read(call(latin)))
                .isInstanceOfSatisfying(
                        QuestionReader.Read.Wrong.class,
                        wrong -> assertThat(wrong.issues().getFirst().detail()).isEqualTo("JSON in UTF-8 wanted"));
    }

    @Test
    void aThousandCustomersAreRead_andOneMoreIsNot() {
        assertThat(read("{" + HEAD + ", 'customers': [" + customers(1_000) + "]}"))
                .isInstanceOf(QuestionReader.Read.Understood.class);
        assertThat(wrong("{" + HEAD + ", 'customers': [" + customers(1_001) + "]}"))
                .singleElement()
                .satisfies(issue -> assertThat(issue.name()).isEqualTo("customers"));
    }

    @Test
    void aHundredIssuesAreEnough() {
        String unfit = IntStream.range(0, 1_000).mapToObj(i -> "{'ssin': 'x'}").collect(Collectors.joining(","));
        assertThat(wrong("{" + HEAD + ", 'customers': [" + unfit + "]}")).hasSize(100);
    }

    private static String customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'customerReference': 'K-" + i + "'}")
                .collect(Collectors.joining(","));
    }

    private List<Issue> wrong(String body) {
        var read = read(body);
        assertThat(read).isInstanceOf(QuestionReader.Read.Wrong.class);
        return ((QuestionReader.Read.Wrong) read).issues();
    }

    private QuestionReader.Read read(String body) {
        return reader.read(call(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static Call call(byte[] body) {
        return new Call(InstitutionId.of("BE:0403019261"), UUID.randomUUID(), body);
    }
}
