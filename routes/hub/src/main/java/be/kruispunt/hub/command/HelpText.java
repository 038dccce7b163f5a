package be.kruispunt.hub.command;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/** How help is set: a list of commands shows the first sentence of each, and an example can be copied as it stands. */
final class HelpText {
    /** As wide as the longest example. */
    private static final int WIDTH = 130;

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.])\\s+(?=[A-Z])");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private HelpText() {}

    static void fit(CommandLine line) {
        var usage = line.getCommandSpec().usageMessage();
        usage.width(WIDTH);
        usage.description(sentences(String.join(" ", usage.description())));
        line.getSubcommands().values().forEach(HelpText::fit);
    }

    /** The first sentence, and the others: the lines of the source are not those of the screen. */
    private static String[] sentences(String description) {
        return Stream.of(SENTENCE.split(BLANKS.matcher(description).replaceAll(" "), 2))
                .filter(text -> !text.isBlank())
                .toArray(String[]::new);
    }
}
