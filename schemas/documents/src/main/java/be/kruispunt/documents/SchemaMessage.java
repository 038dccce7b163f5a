package be.kruispunt.documents;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What the schema validator said, as a code, a sentence and a remedy. The validator's own message repeats the value it
 * is about, and values are personal data: only what follows the last fixed phrase comes from the schema and is kept.
 *
 * @param key the validator's, which names the rule of XML Schema part 1 or 2
 * @param hint what is wrong, where more is known than the key says
 * @param remedyWords the key of the words that say what to do
 * @param wanted what the schema wants there
 * @param type the simple type of the value, which may have words for how it is written; empty where none is named
 */
record SchemaMessage(String key, Optional<NamespaceHint> hint, String remedyWords, String wanted, String type) {
    /** Messages that only repeat, for an element, what the message before said of its value. */
    private static final Set<String> CONSEQUENCES =
            Set.of("cvc-type.3.1.3", "cvc-attribute.3", "cvc-complex-type.2.2", "cvc-elt.5.2.2.2.2");

    private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z0-9.\\-]{0,60}): ");

    private static final Pattern TYPE = Pattern.compile("for type '([A-Za-z][A-Za-z0-9]{0,60})'\\.?$");

    private static final Pattern MAX_LENGTH =
            Pattern.compile("with respect to maxLength '(\\d{1,9})' for type '[^']*'\\.?$");

    /** What the validator said of the element at this place. */
    static SchemaMessage of(String message, Element place) {
        Matcher matcher = KEY.matcher(message);
        String key = matcher.lookingAt() ? matcher.group(1) : "cvc-unknown";
        String wanted = wanted(key, message);
        Optional<NamespaceHint> hint =
                key.equals("cvc-complex-type.2.4.a") ? NamespaceHint.of(place, wanted) : Optional.empty();
        return new SchemaMessage(key, hint, remedyWords(wanted), wanted, type(key, message, wanted));
    }

    private static String remedyWords(String wanted) {
        return wanted.startsWith("xsi:") ? "schema.without" : wanted.isEmpty() ? "schema.see" : "schema.wanted";
    }

    /** It is the last thing that these messages say, or all that they want. */
    private static String type(String key, String message, String wanted) {
        Matcher matcher = TYPE.matcher(message);
        return key.startsWith("cvc-datatype-valid") ? wanted : matcher.find() ? matcher.group(1) : "";
    }

    /** That a text is longer than any that a schema takes. */
    static SchemaMessage tooLong(int longest) {
        return new SchemaMessage(
                "cvc-maxLength-valid", Optional.empty(), "schema.shorter", String.valueOf(longest), "");
    }

    String code() {
        return "SCHEMA-" + key;
    }

    /** {@code words}: by the keys of the labels. */
    String text(UnaryOperator<String> words) {
        String own = words.apply("schema." + key);
        return hint.map(known -> known.text(words)).orElse(own.isEmpty() ? words.apply("schema.other") : own);
    }

    String remedy(UnaryOperator<String> words) {
        String written = type.isEmpty() ? "" : words.apply("type." + type);
        return words.apply(remedyWords).replace("{wanted}", written.isEmpty() ? wanted : written);
    }

    /** How long a value may be of which this says that it is too long. */
    static OptionalInt maxLength(String message) {
        Matcher matcher = MAX_LENGTH.matcher(message);
        return message.startsWith("cvc-maxLength-valid") && matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    boolean isConsequence() {
        return CONSEQUENCES.contains(key);
    }

    /** What was wanted instead: in these messages the schema's own part follows the phrase, and the value precedes it. */
    private static String wanted(String key, String message) {
        if (key.startsWith("cvc-elt.3") || key.startsWith("cvc-elt.4")) {
            return key.startsWith("cvc-elt.3") ? "xsi:nil" : "xsi:type";
        }
        String phrase = phrase(key);
        int at = phrase.isEmpty() ? -1 : message.lastIndexOf(phrase);
        if (at < 0) {
            return "";
        }
        String tail = message.substring(at + phrase.length());
        int end = tail.lastIndexOf('\'');
        return (end < 0 ? tail : tail.substring(0, end)).replace("'", "");
    }

    private static String phrase(String key) {
        if (key.startsWith("cvc-complex-type.2.4")) {
            return "One of '";
        }
        if (key.startsWith("cvc-datatype-valid")) {
            return key.endsWith(".3") ? "is not a valid value of union type " : "is not a valid value for ";
        }
        return key.endsWith("-valid") ? "with respect to " : "";
    }
}
