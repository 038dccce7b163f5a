package be.kruispunt.model.cases;

import static java.util.stream.Collectors.toUnmodifiableSet;

import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A second opinion on what may come in a case in which everything was sent to all: straight from the catalogue's JSON, in its
 * own words, and without a line of what it judges. It does not know of participants that come and go.
 */
final class Judge {
    private final JsonNode facts;
    private final List<Event> history;
    private final Set<String> ofOwner;
    private final Set<String> ofCounterparty;

    Judge(JsonNode facts, List<Event> history) {
        this.facts = facts;
        this.history = history;
        this.ofOwner = creates(true);
        this.ofCounterparty = creates(false);
    }

    /** The name of the answer. */
    String reason(InstitutionId by, String act) {
        boolean isOwner = by.equals(Play.OWNER);
        if (!ofOwner.contains(act) && !ofCounterparty.contains(act)) {
            return "NotInProcess";
        }
        if (!(isOwner ? ofOwner : ofCounterparty).contains(act)) {
            return "NotYours";
        }
        boolean closed = last("X001") > last("X004");
        return switch (act) {
            case "X002" -> closed ? "Allowed" : "NotYet";
            case "X003" -> closed && isOpen("X002", "X003", by, last("X001")) ? "Allowed" : "NotYet";
            case "X004" -> closed && mayReopen() ? "Allowed" : "NotYet";
            default -> closed ? "Closed" : whileOpen(by, isOwner, act);
        };
    }

    private String whileOpen(InstitutionId by, boolean isOwner, String act) {
        return switch (act) {
            case "X001", "X005", "X006", "X007", "X009" -> "Allowed";
            case "X008" -> standing(e -> e.by().equals(by) && flag(e.act(), "I")) ? "Allowed" : "NotYet";
            case "X011" -> standing(e -> !e.by().equals(by) && flag(e.act(), "J")) ? "Allowed" : "NotYet";
            case "X012" -> standing(e -> !e.by().equals(by) && flag(e.act(), "C")) ? "Allowed" : "NotYet";
            case "X013" -> isOpen("X012", "X013", by) ? "Allowed" : "NotYet";
            case "X010" -> isOpen("X009", "X010", by) ? "Allowed" : "NotYet";
            default -> sector(by, isOwner, act);
        };
    }

    private String sector(InstitutionId by, boolean isOwner, String act) {
        String shutOut = act.equals("U001") ? "U001CB" : act.equals("U001CB") ? "U001" : "";
        if (standing(e -> e.act().equals(shutOut))) {
            return "ShutOut";
        }
        boolean sent = standing(e -> e.by().equals(by) && e.act().equals(act));
        boolean alone = !sectoral(!isOwner).contains(act);
        Set<String> questions = texts("replyPairs")
                .filter(pair -> pair.endsWith(">" + act))
                .map(pair -> pair.substring(0, pair.indexOf('>')))
                .filter(question -> sectoral(!isOwner).contains(question)
                        || (alone && sectoral(isOwner).contains(question)))
                .collect(toUnmodifiableSet());
        boolean asked = questions.isEmpty()
                ? !sent
                : standing(
                        e -> questions.contains(e.act()) && (alone || !e.by().equals(by)) && !isAnswered(e, act, by));
        if (asked) {
            return "Allowed";
        }
        if (!sent) {
            return "NotYet";
        }
        return flag(act, "U") ? "Allowed" : "SentAlready";
    }

    private Set<String> sectoral(boolean isOwner) {
        return Stream.concat(
                        texts(isOwner ? "caseOwnerCreates" : "counterpartyCreates"),
                        texts(isOwner ? "horizontalCaseOwner" : "horizontalCounterparty"))
                .collect(toUnmodifiableSet());
    }

    /** Everything that a side may ever create, with what eessi's engine adds to every process. */
    private Set<String> creates(boolean isOwner) {
        var creates = new HashSet<>(sectoral(isOwner));
        texts(isOwner ? "adminCaseOwner" : "adminCounterparty").forEach(creates::add);
        addIf(creates, "X008", bears(isOwner, "I"));
        addIf(creates, "X011", bears(!isOwner, "J"));
        addIf(creates, "X012", bears(!isOwner, "C"));
        addIf(creates, "X013", bears(isOwner, "C"));
        boolean reopens = Stream.concat(texts("adminCaseOwner"), texts("adminCounterparty"))
                .anyMatch("X002"::equals);
        addIf(creates, "X003", reopens);
        addIf(creates, "X004", reopens && isOwner);
        return creates;
    }

    private static void addIf(Set<String> acts, String act, boolean holds) {
        if (holds) {
            acts.add(act);
        }
    }

    private boolean bears(boolean isOwner, String letter) {
        return sectoral(isOwner).stream().anyMatch(act -> flag(act, letter));
    }

    private boolean flag(String act, String letter) {
        return facts.path("sedFlags").path(act).asText().contains(letter);
    }

    private Stream<String> texts(String list) {
        return CatalogueFiles.texts(facts.path(list)).stream();
    }

    private int last(String act) {
        return history.stream().map(Event::act).toList().lastIndexOf(act);
    }

    private boolean mayReopen() {
        return history.stream()
                .skip(last("X001"))
                .anyMatch(e -> (e.act().equals("X002") || e.act().equals("X003")) && !e.by().equals(Play.OWNER));
    }

    private boolean isOpen(String question, String answer, InstitutionId by) {
        return isOpen(question, answer, by, 0);
    }

    private boolean isOpen(String question, String answer, InstitutionId by, int since) {
        return history.stream()
                .skip(since)
                .anyMatch(e -> e.act().equals(question) && !e.by().equals(by) && !isAnswered(e, answer, by));
    }

    private boolean isAnswered(Event question, String answer, InstitutionId by) {
        Optional<Ticket> about = Optional.of(question.ticket());
        return standing(
                e -> e.act().equals(answer) && e.by().equals(by) && e.about().equals(about));
    }

    private boolean standing(Predicate<Event> wanted) {
        return history.stream().filter(wanted).anyMatch(e -> !isUndone(e));
    }

    /** Of an act and its renewals each one undoes all. */
    private boolean isUndone(Event event) {
        Ticket first = first(event);
        return history.stream()
                .filter(e -> e.act().equals("X008") || e.act().equals("X011"))
                .flatMap(e -> history.stream().filter(about -> e.about().equals(Optional.of(about.ticket()))))
                .anyMatch(about -> first(about).equals(first));
    }

    private Ticket first(Event event) {
        return history.stream()
                .filter(e -> event.about().equals(Optional.of(e.ticket()))
                        && e.act().equals(event.act())
                        && e.by().equals(event.by()))
                .findFirst()
                .map(this::first)
                .orElse(event.ticket());
    }
}
