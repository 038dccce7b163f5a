package be.kruispunt.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/**
 * Why a request is not answered, as RFC 9457 writes it.
 *
 * @param detail what the caller can do about it
 * @param issues everything that is wrong with the input, where that is the reason
 */
public record Problem(ProblemType type, String detail, List<Issue> issues) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();

    public Problem {
        issues = List.copyOf(issues);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of());
    }

    /** Everything that is wrong with the input. */
    public static Problem badRequest(List<Issue> issues) {
        return new Problem(ProblemType.BAD_REQUEST, "The request is not as openapi.yaml says", issues);
    }

    public static Problem badRequest(Issue issue) {
        return badRequest(List.of(issue));
    }

    /** In UTF-8; the number of the request is that of the occurrence. */
    byte[] json(UUID trace) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", type.urn());
            json.writeStringField("title", type.title());
            json.writeNumberField("status", type.status());
            json.writeStringField("detail", detail);
            json.writeStringField("instance", "urn:uuid:" + trace);
            if (!issues.isEmpty()) {
                json.writeArrayFieldStart("issues");
                for (Issue issue : issues) {
                    write(json, issue);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Issue issue) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", issue.type().urn());
        json.writeStringField("in", issue.in().word());
        if (!issue.name().isEmpty()) {
            json.writeStringField("name", issue.name());
        }
        json.writeStringField("detail", issue.detail());
        json.writeEndObject();
    }
}
