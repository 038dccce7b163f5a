package be.kruispunt.hub.command;

import be.kruispunt.access.Institution;
import be.kruispunt.access.Register;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.store.AskedQuestion;
import be.kruispunt.store.GivenAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An answer that was given, for people and as JSON. {@code register}: as it stands now, for names. */
record AnswerWords(Register register) {
    /** Who asked for what, when. */
    String question(AskedQuestion question) {
        return question.at() + " " + name(question.asker()) + " asked for " + question.scheme() + " on "
                + question.day()
                + ", for " + question.purpose() + ", "
                + (question.authorisation().isEmpty()
                        ? "without an authorisation"
                        : "by authorisation " + question.authorisation() + " (register " + question.register() + ")");
    }

    /** What was said. */
    static String said(GivenAnswer answer) {
        return answer.content()
                .map(content ->
                        content.word() + content.told().map(AnswerWords::period).orElse(""))
                .orElse("kept no more");
    }

    private static String period(RightAnswer told) {
        return told.from().map(day -> " from " + day).orElse("")
                + told.until().map(day -> " until " + day).orElse("");
    }

    private String name(InstitutionId id) {
        return register.institutions().stream()
                .filter(institution -> institution.id().equals(id))
                .map(Institution::name)
                .findFirst()
                .map(name -> id + " (" + name + ")")
                .orElse(id.value());
    }

    Map<String, Object> json(GivenAnswer answer) {
        AskedQuestion question = answer.question();
        var json = new LinkedHashMap<String, Object>();
        json.put("answerId", answer.id().toString());
        json.put("askedAt", question.at().toString());
        json.put("asker", question.asker().value());
        register.institutions().stream()
                .filter(institution -> institution.id().equals(question.asker()))
                .forEach(institution -> json.put("askerName", institution.name()));
        json.put("scheme", question.scheme().value());
        json.put("day", question.day().toString());
        json.put("legalContext", question.purpose().value());
        json.put("authorisation", question.authorisation());
        json.put("register", question.register());
        json.put("knownAt", question.known().toString());
        json.put("keptUntil", answer.expires().toString());
        answer.content().ifPresent(content -> {
            json.put("entitlement", content.word());
            content.told().flatMap(RightAnswer::from).ifPresent(day -> json.put("from", day.toString()));
            content.told().flatMap(RightAnswer::until).ifPresent(day -> json.put("until", day.toString()));
        });
        return json;
    }

    /** What the asker told of his question that leads to it: the ticket of a message, or a trace id. */
    static Optional<String> trace(AskedQuestion question) {
        return question.trace().isEmpty() ? Optional.empty() : Optional.of(question.trace());
    }
}
