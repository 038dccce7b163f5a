package be.kruispunt.buffer;

import be.kruispunt.buffer.ExplainRight.Explanation;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.store.AnswerAudit;
import be.kruispunt.store.AskedQuestion;
import be.kruispunt.store.GivenAnswer;
import be.kruispunt.store.RightsStore;
import java.time.Instant;
import java.util.Optional;

/** Says why an answer was given, by what was known when it was: for those who may know. */
public final class ExplainAnswer {
    private final AnswerAudit answers;
    private final ExplainRight explain;

    public ExplainAnswer(RightsStore store, ExplainRight explain) {
        this.answers = store.audit().answers();
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

        /** Nobody's rights were looked at. */
        record NotLookedUp(Reason reason) implements Why {}
    }

    /** Why nobody's rights were looked at. */
    public enum Reason {
        EXPIRED("what was said, and of whom, is kept no more"),
        NOT_A_CUSTOMER("on that day he was not registered as a customer of who asked"),
        SHARING_FORBIDDEN("he was registered as one who forbids that his supplier shares"),
        PERSON_UNKNOWN("the customer was registered in a way by which no person was found"),
        NO_SOURCE("no source of this right had ever reported");

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
                        .orElse(new Why.NotLookedUp(Reason.NOT_A_CUSTOMER)))
                .orElse(new Why.NotLookedUp(Reason.EXPIRED));
    }

    private Why why(AskedQuestion question, RightAnswer told, Optional<Insz> person) {
        if (!answers.shared(question, told.customer())) {
            return new Why.NotLookedUp(Reason.SHARING_FORBIDDEN);
        }
        if (person.isEmpty()) {
            return new Why.NotLookedUp(Reason.PERSON_UNKNOWN);
        }
        if (told.asOf().equals(Instant.EPOCH) && told.entitlement() == Entitlement.NOT_DETERMINED) {
            return new Why.NotLookedUp(Reason.NO_SOURCE);
        }
        return new Why.Followed(
                person.get(), explain.explain(person.get(), question.scheme(), question.day(), question.known()));
    }
}
