package be.kruispunt.hub.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer in JSON, in which what {@link Printable} escapes is escaped as JSON does it. */
public final class JsonText {
    private final ObjectMapper mapper = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** Sets up. */
    public JsonText() {
        mapper.getFactory().setCharacterEscapes(new Escapes());
    }

    /** One object of maps, lists, numbers and texts. */
    public String of(Map<String, ?> answer) {
        try {
            return mapper.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of maps, lists and texts is always JSON", e);
        }
    }

    /** Asked for each unit of UTF-16, so a character beyond the first plane always becomes two escapes. */
    private static final class Escapes extends CharacterEscapes {
        private static final int DELETE = 0x7F;
        private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

        Escapes() {
            ascii[DELETE] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int unit) {
            return Printable.isEscaped(unit) ? new SerializedString("\\u%04x".formatted(unit)) : null;
        }
    }
}
