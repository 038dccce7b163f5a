package be.kruispunt.hub.command;

import be.kruispunt.hub.text.JsonText;
import be.kruispunt.trust.PemTls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the HTTP door of a hub as any client does, by its contract. */
record HttpQuestion(URI hub, PemTls tls) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    /**
     * What came back.
     *
     * @param isAnswered whether anybody was answered who was asked about
     * @param lines for a person
     * @param body as it came
     */
    record Answer(boolean isAnswered, List<String> lines, Map<String, Object> body) {}

    /**
     * Asks.
     *
     * @throws IOException if nobody answers, or another than a hub does
     */
    Answer ask(Map<String, Object> question) throws IOException {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(tls.sslContext())
                .connectTimeout(PATIENCE)
                .build()) {
            return read(client.send(
                    HttpRequest.newBuilder(hub.resolve("/rights/v1/questions"))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(new JsonText().of(question)))
                            .build(),
                    BodyHandlers.ofByteArray()));
        } catch (ConnectException e) { // it says nothing itself
            throw new IOException("no connection to " + hub, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("ended while waiting for an answer");
        }
    }

    private Answer read(HttpResponse<byte[]> response) throws IOException {
        var mapper = new ObjectMapper();
        JsonNode body;
        try {
            body = mapper.readTree(response.body());
        } catch (IOException e) {
            throw new IOException("what answers at " + hub + " is no hub: status " + response.statusCode(), e);
        }
        boolean answered = response.statusCode() == OK && body.has("answers");
        return new Answer(
                answered && !body.path("answers").isEmpty(),
                answered ? answers(body) : problem(response.statusCode(), body),
                mapper.convertValue(body, new TypeReference<>() {}));
    }

    private static List<String> answers(JsonNode body) {
        var lines = new ArrayList<String>();
        body.path("answers")
                .forEach(each -> lines.add("%-24s %-14s %s..%s  as of %s  %s"
                        .formatted(
                                each.path("customerReference").asText(),
                                each.path("entitlement").asText(),
                                each.path("from").asText(),
                                each.path("until").asText(),
                                each.path("asOf").asText(),
                                each.path("answerId").asText())));
        body.path("notCustomers")
                .forEach(place -> lines.add("no customer on that day: number " + (place.asInt() + 1)
                        + " of those that were asked about, the customers first"));
        return lines;
    }

    private static List<String> problem(int status, JsonNode body) {
        var lines = new ArrayList<String>();
        lines.add("refused: " + status + " " + body.path("type").asText() + ": "
                + body.path("detail").asText(body.path("title").asText()));
        body.path("issues")
                .forEach(issue -> lines.add("  " + issue.path("name").asText() + ": "
                        + issue.path("detail").asText()));
        return lines;
    }
}
