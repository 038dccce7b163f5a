package be.kruispunt.buffer;

import be.kruispunt.buffer.ExplainRight.Explanation;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.rights.DerivedRight;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.AnswerAudit;
import be.kruispunt.store.AskedQuestion;
import be.kruispunt.store.GivenAnswer;
import be.kruispunt.store.RightsStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why an answer was given, by what was known when it was: for those who may know. */
public final class ExplainAnswer {
    private final AnswerAudit answers;
    private final RightsStore store;
    private final ExplainRight explain;
    private final Schemes schemes;

    /** {@code schemes}: as they are now. */
    public ExplainAnswer(RightsStore store, ExplainRight explain, Schemes schemes) {
        this.answers = store.audit().answers();
        this.store = store;
        this.schemes = schemes;
        this.explain = explain;
    }

    /** Why. */
    public sealed interface Why {
        /** From a right, or from none: what stood then, and the grounds. */
        record Followed(Insz person, Explanation explanation) implements Why {
            @Override
            public String toString() {
                return "followed from a person's rights";
            }
        }

        /** Nobody's rights were looked at, or nothing was told of them. */
        record NotLookedUp(Reason reason) implements Why {}
    }

    /** Why nobody's rights were looked at, or nothing was told of them. */
    public enum Reason {
        EXPIRED("what was said, and of whom, is kept no more"),
        NOT_A_CUSTOMER("on that day he was not registered as a customer of who asked"),
        LINE_INVALID("the line of the file could not be read"),
        QUESTIONS_STOPPED("by then the questions of who asked were stopped, until somebody would look"),
        SHARING_FORBIDDEN(
                "he was registered, in this contract or in one beside it, as one who forbids that his supplier shares"),
        PERSON_UNKNOWN("the customer was registered in a way by which no person was found"),
        NO_SOURCE("a source of this right had never reported, or none was registered, and nobody is told no for that"),
        SOURCE_LATE("a source of this right was late, and nobody is told no for what it may not have told yet");

        private final String meaning;

        Reason(String meaning) {
            this.meaning = meaning;
        }

        /** In one sentence without a full stop. */
        public String meaning() {
            return meaning;
        }
    }

    /** Explains an answer that was looked up, and so recorded, by who looks. */
    public Why explain(GivenAnswer answer) {
        return answer.content()
                .map(content -> content.told()
                        .map(told -> why(answer.question(), told, content.person()))
                        .orElseGet(() -> new Why.NotLookedUp(untold(content.word()))))
                .orElse(new Why.NotLookedUp(Reason.EXPIRED));
    }

    /** By the word that stands in the place of an answer. */
    private static Reason untold(String word) {
        return Stream.of(Reason.LINE_INVALID, Reason.QUESTIONS_STOPPED)
                .filter(reason -> reason.name().equals(word))
                .findFirst()
                .orElse(Reason.NOT_A_CUSTOMER);
    }

    private Why why(AskedQuestion question, RightAnswer told, Optional<Insz> person) {
        if (!answers.shared(question, told.customer())) {
            return new Why.NotLookedUp(Reason.SHARING_FORBIDDEN);
        }
        if (person.isEmpty()) {
            return new Why.NotLookedUp(Reason.PERSON_UNKNOWN);
        }
        if (told.entitlement() == Entitlement.NOT_DETERMINED && isDetermined(question, person.get())) {
            return new Why.NotLookedUp(told.asOf().equals(Freshness.NEVER) ? Reason.NO_SOURCE : Reason.SOURCE_LATE);
        }
        return new Why.Followed(
                person.get(), explain.explain(person.get(), question.scheme(), question.day(), question.known()));
    }

    /** Whether his rights said more than he was told. */
    private boolean isDetermined(AskedQuestion question, Insz person) {
        List<DerivedRight> rights = store.rights(person, question.known()).stream()
                .filter(right -> right.scheme().equals(question.scheme()))
                .toList();
        LocalDate then = LocalDate.ofInstant(question.at(), ConsiderQuestion.BRUSSELS);
        return schemes.determine(question.scheme(), rights, question.day(), then)
                        .entitlement()
                != Entitlement.NOT_DETERMINED;
    }
}
