package be.kruispunt.web;

import static be.kruispunt.web.TestDoor.ENERGY;
import static be.kruispunt.web.TestDoor.NEWCOMER;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.web.Operation.Method;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each problem, provoked: of its type, with the number of the request, and the server goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProblemsTest {
    private static final String JSON = "application/json";
    private static final List<Operation> OPERATIONS = List.of(
            new Operation(Method.GET, "/broken", JSON, call -> {
                throw new IllegalStateException("the table of 85073003328 is gone");
            }),
            new Operation(Method.POST, "/echo", JSON, call -> Reply.Done.ok(call.body())),
            new Operation(
                    Method.GET,
                    "/failed",
                    JSON,
                    call -> new Reply.Refused(Problem.of(ProblemType.TOO_MANY_FAILED_REQUESTS, "Stop"))),
            new Operation(
                    Method.GET,
                    "/away",
                    JSON,
                    call -> new Reply.Refused(Problem.of(ProblemType.SERVICE_UNAVAILABLE, "Later"))));

    private final Set<ProblemType> provoked = EnumSet.noneOf(ProblemType.class);
    private TestDoor test;
    private HttpClient client;

    @BeforeAll
    void open() {
        test = new TestDoor(TestDoor.patient(50, 1_000, 4), OPERATIONS);
        client = test.client(ENERGY);
    }

    /** Too many requests at the same time are provoked in {@link BoundsTest}. */
    @AfterAll
    void everyProblemWasProvoked() {
        client.close();
        test.close();
        provoked.add(ProblemType.TOO_MANY_REQUESTS);
        assertThat(provoked).containsExactlyInAnyOrder(ProblemType.values());
    }

    @Test
    void whatIsNotServed_isNotFound() {
        provokes(ProblemType.RESOURCE_NOT_FOUND, "/rights/v2", request -> {});
        provokes(ProblemType.RESOURCE_NOT_FOUND, "/failed/", request -> {});
    }

    @Test
    void anotherMethod_isNotAllowed_andThoseThatAreAreNamed() {
        HttpResponse<String> response = provokes(ProblemType.METHOD_NOT_ALLOWED, "/echo", HttpRequest.Builder::DELETE);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
        provokes(ProblemType.METHOD_NOT_ALLOWED, "/echo", request -> request.method("PATCH", body("{}")));
    }

    @Test
    void theHeadOfSomething_isNotAllowed_withoutABody() throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(test.uri("/away")).HEAD().build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void whoWantsSomethingElse_getsNothing() {
        provokes(ProblemType.NOT_ACCEPTABLE, "/failed", request -> request.header("Accept", "text/html"));
        provokes(ProblemType.NOT_ACCEPTABLE, "/failed", request -> request.header("Accept", "text/plain, image/*"));
    }

    @Test
    void whatIsNotJsonInUtf8_isNotRead() {
        provokes(ProblemType.UNSUPPORTED_MEDIA_TYPE, "/echo", request -> request.POST(body("{}")));
        for (String type : List.of(
                "text/plain", "application/xml", "application/json; charset=iso-8859-1", "application/problem+json")) {
            provokes(ProblemType.UNSUPPORTED_MEDIA_TYPE, "/echo", request -> request.header("Content-Type", type)
                    .POST(body("{}")));
        }
        provokes(ProblemType.BAD_REQUEST, "/echo", request -> request.header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(body("{}")));
    }

    @Test
    void whatIsTooLarge_isNotRead_announcedOrNot() {
        byte[] large = " ".repeat(Bounds.STANDARD.bodyBytes() + 1).getBytes(StandardCharsets.US_ASCII);
        provokes(ProblemType.PAYLOAD_TOO_LARGE, "/echo", request -> request.header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(large)));
        provokes(ProblemType.PAYLOAD_TOO_LARGE, "/echo", request -> request.header("Content-Type", JSON)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    }

    @Test
    void whatIsExactlyAsLargeAsMayBe_isRead() throws IOException, InterruptedException {
        String largest = " ".repeat(Bounds.STANDARD.bodyBytes());
        assertThat(test.post(client, "/echo", largest).body()).isEqualTo(largest);
    }

    @Test
    void headersThatAreTooLarge_areRefused() throws IOException {
        String head = "GET /failed HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(Bounds.STANDARD.headerBytes())
                + "\r\n\r\n";
        assertThat(raw(head)).startsWith("HTTP/1.1 400").contains(ProblemType.BAD_REQUEST.urn());
    }

    @Test
    void whatIsNoHttp_isRefusedAsABadRequest() throws IOException {
        for (String head : List.of(
                "GET /failed HTTP/1.1\r\n\r\n",
                "GET /fai led HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /failed HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n")) {
            String answer = raw(head);
            assertThat(answer).as(head).startsWith("HTTP/1.1 400").contains(ProblemType.BAD_REQUEST.urn());
            assertThat(answer).containsIgnoringCase("BelGov-Trace-Id: ");
        }
    }

    @Test
    void queriesBodiesAndTracesThatAreNotKnown_areNamed() {
        assertThat(issue(provokes(ProblemType.BAD_REQUEST, "/failed?ssin=85073003328", request -> {})))
                .isEqualTo("unknownInput in query");
        assertThat(issue(provokes(ProblemType.BAD_REQUEST, "/failed", request -> request.method("GET", body("{}")))))
                .isEqualTo("unknownInput in body");
        assertThat(issue(provokes(
                        ProblemType.BAD_REQUEST,
                        "/failed",
                        request -> request.header("BelGov-Trace-Id", "x".repeat(37)))))
                .isEqualTo("schemaViolation in header");
    }

    @Test
    void whatBreaks_isTold_withoutAWordOfWhat() {
        HttpResponse<String> response = provokes(ProblemType.INTERNAL_SERVER_ERROR, "/broken", request -> {});
        assertThat(response.body()).doesNotContain("table");
    }

    @Test
    void theOthers_areProvokedByWhoAnswers() throws IOException, InterruptedException {
        provokes(ProblemType.TOO_MANY_FAILED_REQUESTS, "/failed", request -> {});
        HttpResponse<String> later = provokes(ProblemType.SERVICE_UNAVAILABLE, "/away", request -> {});
        assertThat(later.headers().firstValue("Retry-After")).isPresent();
        assertThat(test.get(test.client(NEWCOMER), "/away").statusCode()).isEqualTo(403);
        provoked.add(ProblemType.MISSING_PERMISSION);
    }

    @Test
    void everyResponseHasANumber_andGivesBackTheCallers() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(test.uri("/echo"))
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("BelGov-Trace-Id", "mine-17")
                .POST(body("{}"))
                .build();
        HttpResponse<String> one = client.send(request, BodyHandlers.ofString());
        HttpResponse<String> other = client.send(request, BodyHandlers.ofString());
        assertThat(one.headers().firstValue("BelGov-Related-Trace-Id")).contains("mine-17");
        assertThat(one.headers().firstValue("BelGov-Trace-Id"))
                .isPresent()
                .isNotEqualTo(other.headers().firstValue("BelGov-Trace-Id"));
        assertThat(one.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return BodyPublishers.ofString(text);
    }

    private HttpResponse<String> provokes(ProblemType type, String path, Consumer<HttpRequest.Builder> change) {
        HttpRequest.Builder request = HttpRequest.newBuilder(test.uri(path));
        change.accept(request);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode problem = new ObjectMapper().readTree(response.body());
            assertThat(problem.path("type").asText()).as(response.body()).isEqualTo(type.urn());
            assertThat(problem.path("status").asInt()).isEqualTo(type.status()).isEqualTo(response.statusCode());
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(problem.path("instance").asText())
                    .isEqualTo("urn:uuid:"
                            + response.headers().firstValue("BelGov-Trace-Id").orElse("none"));
            assertThat(response.body()).doesNotContain("85073003328");
            provoked.add(type);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String issue(HttpResponse<String> response) {
        try {
            JsonNode issue =
                    new ObjectMapper().readTree(response.body()).path("issues").path(0);
            String type = issue.path("type").asText();
            return type.substring(type.lastIndexOf(':') + 1) + " in "
                    + issue.path("in").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes back for these bytes, until the door closes. */
    private String raw(String head) throws IOException {
        try (var socket = (SSLSocket)
                test.folder.tls(ENERGY).sslContext().getSocketFactory().createSocket("localhost", test.door.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
