package be.kruispunt.web.rights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One value of JSON in UTF-8 and nothing after it, without repeated fields (RFC 8259 leaves open which would count). */
final class StrictJson {
    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNameLength(256)
                            .maxNumberLength(32)
                            .maxStringLength(1_024)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A tree, or what is wrong without a word of what was found. */
    sealed interface Read {
        record Tree(JsonNode root) implements Read {}

        record Wrong(String detail) implements Read {}
    }

    Read read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return new Read.Tree(mapper.readTree(text));
        } catch (CharacterCodingException e) {
            return new Read.Wrong("JSON in UTF-8 wanted");
        } catch (JsonProcessingException e) {
            return new Read.Wrong("one value of JSON wanted, without repeated fields" + place(e.getLocation()));
        }
    }

    private static String place(JsonLocation location) {
        return location == null
                ? ""
                : "; it is none at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
