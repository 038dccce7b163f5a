package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.rights.RightAnswer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The texts that are proved: of a question, and of each of its answers. JSON without blanks, in this order of the names, which are
 * those of the contract; so who was told an answer can write its text himself. What is proved for years must not change.
 */
final class AnswerText {
    String question(AskedQuestion question) {
        ObjectNode text = new ObjectNode(JsonNodeFactory.instance)
                .put("questionId", question.id().toString())
                .put("asker", question.asker().value())
                .put("scheme", question.scheme().value())
                .put("legalContext", question.purpose().value())
                .put("day", question.day().toString())
                .put("trace", question.trace())
                .put("askedAt", question.at().toString())
                .put("knownAt", question.known().toString())
                .put("authorisation", question.authorisation())
                .put("register", question.register())
                .put("customers", question.persons())
                .put("notCustomers", question.strangers());
        question.refused().ifPresent(reason -> text.put("refused", reason.name()));
        return text.toString();
    }

    /** {@code told}: empty for who is not a customer. */
    String answer(AnswerId id, Optional<RightAnswer> told) {
        var text = new ObjectNode(JsonNodeFactory.instance);
        told.ifPresentOrElse(
                answer -> {
                    text.put("customerReference", answer.customer().value());
                    text.put("entitlement", answer.entitlement().name());
                    answer.from().ifPresent(day -> text.put("from", day.toString()));
                    answer.until().ifPresent(day -> text.put("until", day.toString()));
                    text.put(
                            "asOf", answer.asOf().truncatedTo(ChronoUnit.MICROS).toString());
                },
                () -> text.put("entitlement", GivenAnswer.NOT_A_CUSTOMER));
        return text.put("answerId", id.toString()).toString();
    }
}
