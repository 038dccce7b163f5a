package be.kruispunt.hub.text;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command line for a person to copy: with every word quoted for the shell that needs it. */
public final class ShellLine {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellLine() {}

    /** The hub's command, called as its user called it; the launcher says how that was. */
    public static String hub(String... words) {
        return hub() + Arrays.stream(words).map(word -> " " + quoted(word)).collect(Collectors.joining());
    }

    private static String hub() {
        String called = System.getenv("KRUISPUNT_COMMAND");
        return called == null || called.isEmpty() ? "hub" : quoted(called);
    }

    /** A path as one word of the shell. */
    public static String quoted(Path path) {
        return quoted(path.toString());
    }

    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
