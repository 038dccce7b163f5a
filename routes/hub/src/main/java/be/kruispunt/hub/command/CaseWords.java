package be.kruispunt.hub.command;

import be.kruispunt.model.cases.Permission;
import be.kruispunt.model.cases.Permission.Allowed;
import be.kruispunt.model.cases.Permission.Closed;
import be.kruispunt.model.cases.Permission.NoSuchMove;
import be.kruispunt.model.cases.Permission.NotAbout;
import be.kruispunt.model.cases.Permission.NotInProcess;
import be.kruispunt.model.cases.Permission.NotToAll;
import be.kruispunt.model.cases.Permission.NotYet;
import be.kruispunt.model.cases.Permission.NotYours;
import be.kruispunt.model.cases.Permission.SentAlready;
import be.kruispunt.model.cases.Permission.ShutOut;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said of a case, in one of four languages. */
final class CaseWords {
    /** The languages that there are words in. */
    enum Language {
        NL,
        FR,
        DE,
        EN
    }

    private final Properties words = new Properties();

    CaseWords(Language language) {
        String file = "case_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (var in = CaseWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that there are words for. */
    Set<String> keys() {
        return words.stringPropertyNames();
    }

    /** The words of a key, with {@code {0}}, {@code {1}} filled in. */
    String say(String key, Object... values) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    String list(Collection<?> some) {
        return some.isEmpty()
                ? say("nobody")
                : some.stream().map(Object::toString).sorted().collect(Collectors.joining(" " + say("or") + " "));
    }

    /** Why something may not be sent now. */
    String reason(Permission permission) {
        return switch (permission) {
            case Allowed allowed -> say("allowed");
            case NotInProcess none -> say("not-in-process", none.process());
            case NotYours other -> say("not-yours", list(other.whose()));
            case NotYet yet -> say("not-yet", list(yet.after()));
            case Closed closed ->
                say("closed", closed.since().act(), closed.since().at());
            case SentAlready sent -> say("sent-already");
            case ShutOut shut -> say("shut-out", shut.by().act());
            case NotAbout about -> say("not-about");
            case NoSuchMove move -> say("no-such-move");
            case NotToAll some -> say("not-to-all", list(some.missing()));
        };
    }
}
