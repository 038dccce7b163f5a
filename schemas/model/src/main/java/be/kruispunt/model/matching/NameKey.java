package be.kruispunt.model.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name in one spelling: family name, a bar, given names, each as one word. Two names are of one person's if they have a key in
 * common. Personal data: {@code toString} shows nothing of it.
 *
 * @param value for example {@code vandevelde|annemarie}
 */
public record NameKey(String value) {
    private static final Pattern SPACES = Pattern.compile("[\\s,;]+");

    /** Nobody's name has more; a longer one would have a key for each way to read it. */
    private static final int MOST_WORDS = 12;

    /**
     * Of an official name: the first given name is enough, and of more every one must be there, in their order.
     *
     * @param given in their order; none for who has one name only
     */
    public static Set<NameKey> ofRegister(String family, List<String> given) {
        if (given.isEmpty()) {
            return Set.of(key(family, ""));
        }
        return IntStream.rangeClosed(1, given.size())
                .mapToObj(count -> key(family, String.join(" ", given.subList(0, count))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a contract that tells the family name and the given names apart. */
    public static Set<NameKey> ofContract(String family, String given) {
        return Set.of(key(family, given));
    }

    /**
     * Of a contract that has one line for all: every way to read it, the family name first or last. None of a line that no name is
     * that long.
     */
    public static Set<NameKey> ofContract(String line) {
        List<String> words = Arrays.asList(SPACES.split(line.strip()));
        if (words.size() > MOST_WORDS) {
            return Set.of();
        }
        var keys = new HashSet<NameKey>();
        keys.add(key(line, ""));
        for (int cut = 1; cut < words.size(); cut++) {
            String before = String.join(" ", words.subList(0, cut));
            String after = String.join(" ", words.subList(cut, words.size()));
            keys.add(key(before, after));
            keys.add(key(after, before));
        }
        return Set.copyOf(keys);
    }

    private static NameKey key(String family, String given) {
        return new NameKey(Folding.word(family) + "|" + Folding.word(given));
    }

    @Override
    public String toString() {
        return "a name";
    }
}
