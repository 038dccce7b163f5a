package be.kruispunt.model.cases;

import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.id.InstitutionId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The answer to "may it send this act in this case now", with the reason. Nothing in it says more than the one who asks knows. */
public sealed interface Permission {
    /**
     * It may.
     *
     * @param about the earlier act that it answers, renews, rejects, ...; absent where it stands by itself
     */
    record Allowed(Optional<Event> about) implements Permission {}

    /** The process has no such act. */
    record NotInProcess(String process) implements Permission {}

    /** The act is another's to send: of who has the other role now. */
    record NotYours(Set<InstitutionId> whose) implements Permission {
        public NotYours {
            whose = Set.copyOf(whose);
        }
    }

    /** One of these acts must have come before, and hold. */
    record NotYet(Set<String> after) implements Permission {
        public NotYet {
            after = Set.copyOf(after);
        }
    }

    /** The case is closed since this act; or, for who left, since the act by which it left. */
    record Closed(Event since) implements Permission {}

    /** It was sent, and is not one that may come again. */
    record SentAlready(Event earlier) implements Permission {}

    /** Another starter was sent, and one case holds only one of them. */
    record ShutOut(Event by) implements Permission {}

    /** The act may come, but not about the earlier one that the message names. */
    record NotAbout(String act) implements Permission {}

    /** It concerns the whole case, and so must go to these as well. */
    record NotToAll(Set<InstitutionId> missing) implements Permission {
        public NotToAll {
            missing = Set.copyOf(missing);
        }
    }

    /** The institution that comes or goes is not named, or cannot come or go. */
    record NoSuchMove() implements Permission {}

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /** The reason in one English sentence without a full stop, as a refusal gives it. */
    default String reason() {
        return switch (this) {
            case Allowed allowed ->
                "allowed"
                        + allowed.about().map(event -> ", about " + event.act()).orElse("");
            case NotInProcess none -> "the process " + none.process() + " has no such act";
            case NotYours other -> "it is for " + list(other.whose()) + " to send";
            case NotYet yet -> "it may come after " + list(yet.after());
            case Closed closed ->
                "the case is closed since " + closed.since().act() + " of "
                        + closed.since().at();
            case SentAlready sent -> "it was sent already, and may not come again";
            case ShutOut shut -> shut.by().act() + " was sent, and shuts it out";
            case NotAbout about -> "it cannot be about the message that RELATED_TO names";
            case NoSuchMove() ->
                "PARTICIPANT must name who comes in and takes no part yet, or who goes out and takes part";
            case NotToAll some -> "it concerns the whole case, and must go to " + list(some.missing()) + " too";
        };
    }

    private static String list(Collection<?> some) {
        var texts = new TreeSet<String>();
        some.forEach(one -> texts.add(one.toString()));
        return texts.isEmpty() ? "nobody" : String.join(" or ", texts);
    }
}
