package be.kruispunt.trust.counter;

import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of what was signed: each is there and of its kind, or it is no claim set of ours. */
record Claims(Map<String, Object> values) {
    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) throws ParseException {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new ParseException(name, 0);
    }

    long number(String name) throws ParseException {
        if (values.get(name) instanceof Long number) {
            return number;
        }
        throw new ParseException(name, 0);
    }

    Claims object(String name) throws ParseException {
        @Nullable Object value = values.get(name);
        if (value instanceof Map<?, ?> map) {
            var object = new LinkedHashMap<String, Object>();
            map.forEach((key, each) -> object.put(String.valueOf(key), each));
            return new Claims(object);
        }
        throw new ParseException(name, 0);
    }
}
