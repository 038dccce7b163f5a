package be.kruispunt.model.matching;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Letters as everybody's keyboard has them: without case, accents and ligatures. */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Letters that Unicode does not take apart (NFKD). */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "þ", "th", "ı", "i");

    private static final Pattern WHOLE = Pattern.compile(String.join("|", LETTERS.keySet()));

    private Folding() {}

    /** The text in plain small letters; what stands between the words is left as it is. */
    static String fold(String text) {
        String small = MARKS.matcher(Normalizer.normalize(text, Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return WHOLE.matcher(small).replaceAll(letter -> LETTERS.getOrDefault(letter.group(), ""));
    }

    /** Its words, folded. */
    static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** All its letters and digits as one word: so {@code Van de Velde}, {@code Vande Velde} and {@code VANDEVELDE} are one name. */
    static String word(String text) {
        return String.join("", words(text));
    }
}
