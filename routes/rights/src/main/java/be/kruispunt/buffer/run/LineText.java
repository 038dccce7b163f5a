package be.kruispunt.buffer.run;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.RecordedQuestion;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a result: {@code reference;answer;from;until;as of;answer id}, in the words of the other doors. Of the parts of a line none
 * can hold a semicolon. The identifier is drawn at random, so that nobody guesses a line from its hash.
 */
final class LineText {
    private LineText() {}

    /** What was said of somebody; {@code asked}: the reference by which was asked, which who is no customer gets back. */
    static AnsweredPage.Line of(RecordedQuestion.Line line, Optional<CustomerReference> asked) {
        String text =
                switch (line.said()) {
                    case RightsReply.Line.Told(RightAnswer answer) -> told(answer);
                    case RightsReply.Line.NotACustomer _ ->
                        refused(asked, RefusalCode.NOT_YOUR_CUSTOMER.name(), line.id());
                };
        return new AnsweredPage.Line(text, line.person());
    }

    /** A line about which nobody was looked up. */
    static AnsweredPage.Line notLookedUp(Optional<CustomerReference> asked, String code, AnswerId id) {
        return new AnsweredPage.Line(refused(asked, code, id), Optional.empty());
    }

    private static String told(RightAnswer answer) {
        return answer.customer().value()
                + ';'
                + answer.entitlement()
                + ';'
                + day(answer.from())
                + ';'
                + day(answer.until())
                + ';'
                + answer.asOf()
                + ';'
                + answer.id();
    }

    private static String refused(Optional<CustomerReference> asked, String code, AnswerId id) {
        return asked.map(CustomerReference::value).orElse("") + ';' + code + ";;;;" + id;
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
