package be.kruispunt.web.rights;

import be.kruispunt.model.rights.IssuedCode;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsReply.Line;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes what is told as {@code openapi.yaml} says it, field by field: what is not written here cannot leak. */
final class RightsText {
    private static final JsonFactory JSON = new JsonFactory();

    private RightsText() {}

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** Answers in the order of the question, and the places in it of those who are no customers. */
    static byte[] answers(List<Line> lines) {
        return written(json -> write(json, lines));
    }

    /** The answer, and where it is yes the code. */
    static byte[] code(List<Line> lines, Optional<IssuedCode> code) {
        return written(json -> {
            write(json, lines);
            if (code.isPresent()) {
                write(json, code.get());
            }
        });
    }

    private static void write(JsonGenerator json, List<Line> lines) throws IOException {
        json.writeArrayFieldStart("answers");
        for (Line line : lines) {
            if (line instanceof Line.Told(RightAnswer answer)) {
                write(json, answer);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notCustomers");
        for (int place = 0; place < lines.size(); place++) {
            if (lines.get(place) instanceof Line.NotACustomer) {
                json.writeNumber(place);
            }
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, IssuedCode code) throws IOException {
        json.writeObjectFieldStart("code");
        json.writeStringField("codeId", code.id().value());
        json.writeStringField("from", code.from().toString());
        json.writeStringField("until", code.until().toString());
        json.writeStringField("text", code.text());
        json.writeStringField("svg", code.svg());
        json.writeEndObject();
    }

    static byte[] schemes(List<OfferedScheme> schemes) {
        return written(json -> {
            json.writeArrayFieldStart("items");
            for (OfferedScheme line : schemes) {
                json.writeStartObject();
                json.writeStringField("scheme", line.scheme().value());
                json.writeStringField("version", line.version());
                json.writeObjectFieldStart("names");
                for (var name : line.names().entrySet()) {
                    json.writeStringField(name.getKey(), name.getValue());
                }
                json.writeEndObject();
                json.writeArrayFieldStart("legalSources");
                for (String source : line.legalSources()) {
                    json.writeString(source);
                }
                json.writeEndArray();
                day(json, "from", Optional.of(line.valid().from()));
                day(json, "until", line.valid().until());
                json.writeBooleanField("counter", line.counter());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("total", schemes.size());
        });
    }

    private static void write(JsonGenerator json, RightAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("customerReference", answer.customer().value());
        json.writeStringField("entitlement", answer.entitlement().name());
        day(json, "from", answer.from());
        day(json, "until", answer.until());
        json.writeStringField("asOf", answer.asOf().toString());
        json.writeStringField("answerId", answer.id().toString());
        json.writeEndObject();
    }

    private static void day(JsonGenerator json, String field, Optional<LocalDate> day) throws IOException {
        if (day.isPresent()) {
            json.writeStringField(field, day.get().toString());
        }
    }

    private static byte[] written(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be written", e);
        }
        return bytes.toByteArray();
    }
}
