package be.kruispunt.documents;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What the schema validator said, as a code, a sentence and a remedy. The validator's own message repeats the value it
 * is about, and values are personal data: only what follows the last fixed phrase comes from the schema and is kept.
 *
 * @param code {@code SCHEMA-} and the validator's key, which names the rule of XML Schema part 1 or 2
 * @param text what is wrong
 * @param remedy what to do
 */
record SchemaMessage(String code, String text, String remedy) {
    /** Messages that only repeat, for an element, what the message before said of its value. */
    private static final Set<String> CONSEQUENCES =
            Set.of("cvc-type.3.1.3", "cvc-attribute.3", "cvc-complex-type.2.2", "cvc-elt.5.2.2.2.2");

    private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z0-9.\\-]{0,60}): ");

    private static final Pattern MAX_LENGTH =
            Pattern.compile("with respect to maxLength '(\\d{1,9})' for type '[^']*'\\.?$");

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("cvc-complex-type.2.4.a", "this element does not belong here"),
            Map.entry("cvc-complex-type.2.4.b", "an element is missing at the end of this one"),
            Map.entry("cvc-complex-type.2.4.d", "no further element may stand here"),
            Map.entry("cvc-complex-type.2.4.e", "this element stands here too often"),
            Map.entry("cvc-complex-type.2.4.f", "this element stands here too often"),
            Map.entry("cvc-complex-type.2.4.i", "an element stands here too seldom"),
            Map.entry("cvc-complex-type.2.4.j", "an element stands here too seldom"),
            Map.entry("cvc-complex-type.2.1", "this element must be empty"),
            Map.entry("cvc-complex-type.2.3", "text stands between the elements"),
            Map.entry("cvc-complex-type.3.2.2", "this element has an attribute that it may not have"),
            Map.entry("cvc-complex-type.4", "an attribute is missing"),
            Map.entry("cvc-complex-type.3.1", "an attribute must have another value"),
            Map.entry("cvc-elt.1.a", "the schema declares no such root element"),
            Map.entry("cvc-type.3.1.1", "this element may not have attributes"),
            Map.entry("cvc-type.3.1.2", "this element holds one value and no elements"),
            Map.entry("cvc-datatype-valid.1.2.1", "the value is not of its type"),
            Map.entry("cvc-datatype-valid.1.2.3", "the value is of none of its types"),
            Map.entry("cvc-enumeration-valid", "the value is not one of the code list"),
            Map.entry("cvc-pattern-valid", "the value does not have the form that is asked for"),
            Map.entry("cvc-maxLength-valid", "the value is too long"),
            Map.entry("cvc-minLength-valid", "the value is too short"),
            Map.entry("cvc-minInclusive-valid", "the value is too small"),
            Map.entry("cvc-maxInclusive-valid", "the value is too large"),
            Map.entry("cvc-totalDigits-valid", "the number has too many digits"),
            Map.entry("cvc-fractionDigits-valid", "the number has too many decimals"));

    /** What the validator said of the element at this place. */
    static SchemaMessage of(String message, Element place) {
        Matcher matcher = KEY.matcher(message);
        String key = matcher.lookingAt() ? matcher.group(1) : "cvc-unknown";
        String remedy = remedy(key, message);
        Optional<String> hint =
                key.equals("cvc-complex-type.2.4.a") ? NamespaceHint.of(place, remedy) : Optional.empty();
        return new SchemaMessage(
                "SCHEMA-" + key, hint.orElseGet(() -> TEXTS.getOrDefault(key, "not as the schema wants it")), remedy);
    }

    /** That a text is longer than any that a schema takes. */
    static SchemaMessage tooLong(int longest) {
        String key = "cvc-maxLength-valid";
        return new SchemaMessage(
                "SCHEMA-" + key, TEXTS.getOrDefault(key, ""), "wanted: fewer than " + longest + " characters");
    }

    /** How long a value may be of which this says that it is too long. */
    static OptionalInt maxLength(String message) {
        Matcher matcher = MAX_LENGTH.matcher(message);
        return message.startsWith("cvc-maxLength-valid") && matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    boolean isConsequence() {
        return CONSEQUENCES.contains(code.substring("SCHEMA-".length()));
    }

    /** What was wanted instead: in these messages the schema's own part follows the phrase, and the value precedes it. */
    private static String remedy(String key, String message) {
        String phrase = phrase(key);
        int at = phrase.isEmpty() ? -1 : message.lastIndexOf(phrase);
        if (at < 0) {
            return "see the schema";
        }
        String tail = message.substring(at + phrase.length());
        int end = tail.lastIndexOf('\'');
        return "wanted: " + (end < 0 ? tail : tail.substring(0, end)).replace("'", "");
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
