package be.kruispunt.hub.register;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads YAML 1.2 into a tree of texts, and nothing else: no anchors and aliases (a few lines of them make a tree of any
 * size), no tags (what a value is, its key says), one document, of bounded size and depth.
 */
final class Yaml {
    static final int MOST_BYTES = 16 << 20;
    private static final int DEEPEST = 8;

    private Yaml() {}

    /** The file is no such YAML. */
    static final class Unreadable extends Exception {
        private final int line;

        Unreadable(int line, String problem) {
            super(problem);
            this.line = line;
        }

        /** Line of the file, from 1; 0 where it is about the whole file. */
        int line() {
            return line;
        }
    }

    /** The tree; empty for a file that holds nothing. */
    static Optional<Node> read(byte[] bytes) throws Unreadable {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable(0, "the file is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        String text = text(bytes);
        LoadSettings settings = LoadSettings.builder()
                .setLabel("register")
                .setCodePointLimit(MOST_BYTES)
                .build();
        try {
            requirePlain(new Parse(settings).parseString(text));
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            // Not the whole message: it quotes the file.
            throw new Unreadable(line(e.getProblemMark()), e.getProblem());
        } catch (YamlEngineException e) {
            throw new Unreadable(0, "it holds a character that YAML does not take");
        }
    }

    private static String text(byte[] bytes) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(0, "the file is not in UTF-8");
        }
    }

    private static void requirePlain(Iterable<Event> events) throws Unreadable {
        int documents = 0;
        int depth = 0;
        for (Event event : events) {
            int line = line(event.getStartMark());
            boolean tagged =
                    switch (event) {
                        case ScalarEvent scalar -> scalar.getTag().isPresent();
                        case CollectionStartEvent start -> start.getTag().isPresent();
                        default -> false;
                    };
            if (tagged) {
                throw new Unreadable(line, "tags (a word after !) are not taken here");
            }
            if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                throw new Unreadable(line, "anchors and aliases (& and *) are not taken here: write the value out");
            }
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw new Unreadable(line, "a second document begins (---): put everything into one");
            }
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new Unreadable(line, "nested deeper than any register is");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    static int line(Node node) {
        return line(node.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(0);
    }
}
