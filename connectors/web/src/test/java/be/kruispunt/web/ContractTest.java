package be.kruispunt.web;

import static be.kruispunt.web.TestDoor.ENERGY;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.web.rights.RightsResource;
import be.kruispunt.web.rights.TestAnswers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is served is what {@code openapi.yaml} says, and the other way round. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION =
            """
            {"scheme": "ENERGY_SOCIAL_TARIFF", "legalContext": "SOCIAL_TARIFF", "day": "2026-11-26",
             "customers": [{"customerReference": "K-1"}, {"ssin": "85073003328"}, {"customerReference": "K-2"},
                           {"customerReference": "somebody"}]}
            """;

    private static final String CODE_REQUEST =
            """
            {"scheme": "ENERGY_SOCIAL_TARIFF", "legalContext": "SOCIAL_TARIFF", "customer": {"customerReference": "K-1"},
             "birthYear": true}
            """;

    private final JsonNode contract = contract();
    private final SchemaRegistry schemas = SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), builder -> builder.schemas(Map.of("urn:openapi", contract.toString())));
    private List<Operation> operations = List.of();
    private TestDoor test;
    private HttpClient client;

    @BeforeAll
    void open() {
        operations = Stream.of(
                        new RightsResource(new TestAnswers(), () -> TestAnswers.SCHEMES).operations(),
                        new TestAnswers().codes().operations(),
                        Monitoring.operations(() -> Health.UP))
                .flatMap(List::stream)
                .toList();
        test = new TestDoor(TestDoor.patient(50, 1_000, 4), operations);
        client = test.client(ENERGY);
    }

    @AfterAll
    void close() {
        client.close();
        test.close();
    }

    @Test
    void thePathsOfTheContract_areThoseThatAreServed() {
        var written = new TreeSet<String>();
        for (var path : contract.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                written.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " "
                        + produced(method.getValue()));
            }
        }
        assertThat(operations.stream().map(one -> one.method() + " " + one.path() + " " + one.produces()))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private static String produced(JsonNode operation) {
        return operation.at("/responses/200/content").fieldNames().next();
    }

    @Test
    void theContractIsServed_asItIsWritten() throws IOException, InterruptedException {
        HttpResponse<String> served = test.get(client, "/openapi.yaml");
        assertThat(served.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(served.body()).isEqualTo(new String(Monitoring.contract(), StandardCharsets.UTF_8));
    }

    @Test
    void answersAreAsTheContractSays_andNothingMore() throws IOException, InterruptedException {
        HttpResponse<String> answer = test.post(client, "/rights/v1/questions", QUESTION);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        conforms("Answers", answer.body());
        assertThat(answer.body())
                .isEqualTo("{\"answers\":["
                               + "{\"customerReference\":\"K-1\",\"entitlement\":\"ENTITLED\",\"from\":\"2026-10-01\",\"until\":\"2026-12-31\","
                               + "\"asOf\":\"2026-11-26T05:00:00Z\",\"answerId\":\"01a20141-942e-7270-a0c1-96097ca442d6\"},"
                               + "{\"customerReference\":\"K-1\",\"entitlement\":\"ENTITLED\",\"from\":\"2026-10-01\",\"until\":\"2026-12-31\","
                               + "\"asOf\":\"2026-11-26T05:00:00Z\",\"answerId\":\"01a20141-942e-7270-a0c1-96097ca442d6\"},"
                               + "{\"customerReference\":\"K-2\",\"entitlement\":\"NOT_DETERMINED\","
                               + "\"asOf\":\"2026-11-26T05:00:00Z\",\"answerId\":\"01a20141-942e-7270-a0c1-96097ca442d6\"}"
                               + "],\"notCustomers\":[3]}");
        conforms("Schemes", test.get(client, "/rights/v1/schemes").body());
        conforms("Health", test.get(client, "/health").body());
    }

    @Test
    void aCodeIsAsTheContractSays_andNothingMore() throws IOException, InterruptedException {
        String code = test.post(client, "/rights/v1/codes", CODE_REQUEST).body();
        conforms("CodeAnswer", code);
        assertThat(code)
                .endsWith("\"notCustomers\":[],\"code\":{\"codeId\":\"4F7QK2M9ZX1CRT8B\",\"from\":\"2026-11-26\","
                        + "\"until\":\"2026-12-31\",\"text\":\"eyJ0.eyJp.c2ln\",\"svg\":\"<svg/>\"}}");
        String none = test.post(client, "/rights/v1/codes", CODE_REQUEST.replace("K-1", "K-2"))
                .body();
        conforms("CodeAnswer", none);
        assertThat(none).doesNotContain("\"code\":");
        String stranger = test.post(client, "/rights/v1/codes", CODE_REQUEST.replace("K-1", "somebody"))
                .body();
        conforms("CodeAnswer", stranger);
        assertThat(stranger).isEqualTo("{\"answers\":[],\"notCustomers\":[0]}");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"legalContext\": \"SOCIAL_TARIFF\"', '\"legalContext\": \"CURIOSITY\"', 403",
        "'\"legalContext\": \"SOCIAL_TARIFF\"', '\"legalContext\": \"NIGHT\"', 503",
        "'\"ENERGY_SOCIAL_TARIFF\"', '\"WATER_SOCIAL_TARIFF\"', 400",
        "'\"birthYear\": true', '\"birthYear\": \"yes\"', 400",
        "'\"birthYear\": true', '\"birthYear\": false', 200",
        "'\"birthYear\": true', '\"note\": \"living wage\"', 400",
        "'\"customer\":', '\"customers\":', 400",
        "'{\"customerReference\": \"K-1\"}', '{}', 400",
        "'{\"customerReference\": \"K-1\"}', '[]', 400"
    })
    void aRequestForACode_isRefusedAsTheContractSays(String from, String to, int status)
            throws IOException, InterruptedException {
        String request = CODE_REQUEST.replace(from, to);
        assertThat(request).isNotEqualTo(CODE_REQUEST);
        HttpResponse<String> response = test.post(client, "/rights/v1/codes", request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        if (status != 200) {
            conforms(status == 400 ? "InputValidationProblem" : "Problem", response.body());
        }
    }

    @Test
    void whatACounterNeeds_isServedAsWhatItIs() throws IOException, InterruptedException {
        HttpResponse<String> keys = test.get(client, "/rights/v1/keys");
        assertThat(keys.headers().firstValue("Content-Type")).contains("application/jwk-set+json");
        HttpResponse<String> list = test.get(client, "/rights/v1/withdrawals");
        assertThat(list.headers().firstValue("Content-Type")).contains("application/statuslist+jwt");
        assertThat(list.body()).isEqualTo("a.b.c");
    }

    @ParameterizedTest
    @CsvSource({
        "CURIOSITY, 403, belgif:missingPermission",
        "EVERYBODY, 429, belgif:tooManyFailedRequests",
        "NIGHT, 503, belgif:serviceUnavailable"
    })
    void problemsAreAsTheContractSays(String context, int status, String type)
            throws IOException, InterruptedException {
        HttpResponse<String> refused =
                test.post(client, "/rights/v1/questions", QUESTION.replace("\"SOCIAL_TARIFF\"", '"' + context + '"'));
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).contains("urn:problem-type:" + type);
        conforms("Problem", refused.body());
    }

    @ParameterizedTest
    @CsvSource({"UP, 200", "DEGRADED, 200", "DOWN, 503"})
    void healthIsAsTheContractSays(Health health, int status) {
        Reply reply = Monitoring.operations(() -> health)
                .getFirst()
                .answer()
                .apply(new Call(ENERGY, new UUID(0, 0), new byte[0]));
        assertThat(reply).isInstanceOfSatisfying(Reply.Done.class, done -> {
            assertThat(done.status()).isEqualTo(status);
            conforms("Health", new String(done.body(), StandardCharsets.UTF_8));
        });
    }

    /** Each way to change one thing of a question: the contract and the door must be of one mind. */
    @ParameterizedTest
    @MethodSource("changedQuestions")
    void whatTheContractRefuses_isRefused_andWhatItAllows_isAnswered(String question)
            throws IOException, InterruptedException {
        boolean allowed =
                schema("Question").validate(question, InputFormat.JSON).isEmpty();
        HttpResponse<String> response = test.post(client, "/rights/v1/questions", question);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(allowed ? 200 : 400);
        conforms(allowed ? "Answers" : "InputValidationProblem", response.body());
    }

    static List<String> changedQuestions() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(
                "\"ENERGY_SOCIAL_TARIFF\"",
                List.of("\"AB\"", "\"A\"", "\"\"", "\"energy\"", "7", "null", "\"A-B\"", "[]"));
        values.put(
                "\"SOCIAL_TARIFF\"",
                List.of("\"A\"", "\"\"", "\"" + "A".repeat(64) + "\"", "\"" + "A".repeat(65) + "\"", "true"));
        values.put(
                "\"2026-11-26\"",
                List.of(
                        "\"2024-02-29\"",
                        "\"2026-02-29\"",
                        "\"26-11-2026\"",
                        "\"2026-11-26T00:00:00Z\"",
                        "\"\"",
                        "20261126"));
        values.put(
                "\"85073003328\"",
                List.of("\"\"", "\"8507300332\"", "\"850730033281\"", "\"85.07.30-033.28\"", "85073003328"));
        values.put(
                "\"K-2\"",
                List.of(
                        "\"a/b:c_d.e-f\"",
                        "\"\"",
                        "\"a b\"",
                        "\"" + "x".repeat(64) + "\"",
                        "\"" + "x".repeat(65) + "\"",
                        "1"));
        values.put(
                "\"customers\": [",
                List.of(
                        "\"customers\": [{}, ",
                        "\"customers\": [[], ",
                        "\"others\": [",
                        "\"more\": 1, \"customers\": ["));
        values.put(
                "{\"ssin\"",
                List.of("{\"customerReference\": \"K-1\", \"ssin\"", "{\"name\": \"x\", \"ssin\"", "{\"name\""));
        values.put("\"scheme\"", List.of("\"right\""));
        values.put("\"legalContext\"", List.of("\"purpose\""));
        values.put("\"day\"", List.of("\"date\""));
        var questions = new ArrayList<String>(List.of(QUESTION, "{}", "[]", "1"));
        values.forEach((from, to) -> to.forEach(value -> questions.add(QUESTION.replace(from, value))));
        return questions;
    }

    private void conforms(String schema, String body) {
        assertThat(schema(schema).validate(body, InputFormat.JSON)).as(body).isEmpty();
    }

    private Schema schema(String name) {
        return schemas.getSchema(SchemaLocation.of("urn:openapi#/components/schemas/" + name));
    }

    private static JsonNode contract() {
        Object read = new Load(LoadSettings.builder().build())
                .loadFromString(new String(Monitoring.contract(), StandardCharsets.UTF_8));
        return JSON.valueToTree(read);
    }
}
