package be.kruispunt.buffer;

import static be.kruispunt.model.outcome.RefusalCode.DAY_TOO_LONG_AGO;
import static be.kruispunt.model.outcome.RefusalCode.NOT_YOUR_CUSTOMER;
import static be.kruispunt.model.outcome.RefusalCode.QUESTIONS_STOPPED;
import static be.kruispunt.model.outcome.RefusalCode.SCHEME_NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.STATUS_NOT_AUTHORISED;

import be.kruispunt.documents.RightsAnswerContent;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsMessage;
import be.kruispunt.model.rights.RightsMessage.CustomerReport;
import be.kruispunt.model.rights.RightsMessage.HouseholdReport;
import be.kruispunt.model.rights.RightsMessage.Question;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.RightsReply.Line;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.rights.Derivation;
import be.kruispunt.store.ChangeOutcome;
import be.kruispunt.store.Effect;
import be.kruispunt.store.RecordedQuestion;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StatusReport;
import be.kruispunt.store.StrangerLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides on what is addressed to the hub itself (decision 0026): each line by what is known now, and writes nothing. What is to be
 * written stands in the decision, for who records the message.
 */
public final class Desk {
    private final RightsStore store;
    private final Derivation derivation;
    private final SourceCompetence competence;
    private final ConsiderQuestion questions;
    private final StrangerLimits limits;

    public Desk(
            RightsStore store,
            Derivation derivation,
            SourceCompetence competence,
            ConsiderQuestion questions,
            StrangerLimits limits) {
        this.store = store;
        this.derivation = derivation;
        this.competence = competence;
        this.questions = questions;
        this.limits = limits;
    }

    /** Decides; refuses with the codes that stand above. */
    public Decision decide(Addressed addressed) {
        return switch (addressed.message()) {
            case RightsMessage.StatusReport report -> statuses(addressed, report);
            case HouseholdReport report -> households(addressed, report);
            case CustomerReport report -> customers(addressed, report);
            case Question question -> question(addressed, question);
        };
    }

    private Decision statuses(Addressed addressed, RightsMessage.StatusReport report) {
        List<StatusChange> told = report.changes();
        var lines = new Lines("StatusLine", told.size());
        SourceCompetence.Of source = competence.of(addressed.header().sender());
        var open = new ArrayList<Integer>();
        for (int i = 0; i < told.size(); i++) {
            if (source.mayReport(told.get(i), addressed.rights())) {
                open.add(i);
            } else {
                lines.refuse(i, STATUS_NOT_AUTHORISED);
            }
        }
        List<StatusChange> asked = open.stream().map(told::get).toList();
        lines.refuse(
                open,
                store.outcomes(report(addressed, asked)).stream()
                        .map(ChangeOutcome::refusal)
                        .toList());
        List<StatusChange> taken = lines.taken().stream().map(told::get).toList();
        return lines.decision(store.keeping(report(addressed, taken), derivation::rights));
    }

    private static StatusReport report(Addressed addressed, List<StatusChange> changes) {
        return new StatusReport(
                addressed.header().sender(),
                addressed.ticket().toString(),
                Optional.of(addressed.arrivedAt()),
                changes);
    }

    /** First the households, then the deaths, then the names. */
    private Decision households(Addressed addressed, HouseholdReport report) {
        int homes = report.households().size();
        int ends = report.deaths().size();
        var lines = new Lines(
                line -> {
                    if (line < homes) {
                        return Lines.path("Household", homes, line);
                    }
                    return line < homes + ends
                            ? Lines.path("Death", ends, line - homes)
                            : Lines.path("Identity", report.identities().size(), line - homes - ends);
                },
                report.size());
        var told = new be.kruispunt.store.HouseholdReport(
                addressed.header().sender(),
                addressed.ticket().toString(),
                Optional.of(addressed.arrivedAt()),
                report.households(),
                report.deaths(),
                report.identities());
        List<ChangeOutcome> outcomes = store.outcomes(told);
        lines.refuse(
                lines.taken(), outcomes.stream().map(ChangeOutcome::refusal).toList());
        return lines.decision(store.keeping(told.taken(outcomes), derivation::rights));
    }

    private Decision customers(Addressed addressed, CustomerReport report) {
        var lines = new Lines("CustomerLine", report.size());
        List<ChangeOutcome> outcomes = store.outcomes(customerReport(addressed, report.changes()));
        lines.refuse(
                lines.taken(), outcomes.stream().map(ChangeOutcome::refusal).toList());
        be.kruispunt.store.CustomerReport taken = customerReport(
                addressed, lines.taken().stream().map(report.changes()::get).toList());
        return lines.decision(store.askers().counting(taken, limits, store.keeping(taken)));
    }

    private static be.kruispunt.store.CustomerReport customerReport(Addressed addressed, List<CustomerChange> changes) {
        return new be.kruispunt.store.CustomerReport(
                addressed.header().sender(),
                addressed.ticket().toString(),
                Optional.of(addressed.arrivedAt()),
                changes);
    }

    private Decision question(Addressed addressed, Question question) {
        ConsiderQuestion.Considered considered = questions.consider(new RightsQuestion(
                addressed.header().sender(),
                question.scheme(),
                addressed.header().legalContext(),
                question.day(),
                question.persons(),
                addressed.ticket().toString()));
        Effect recorded = store.keeping(considered.recorded(), limits);
        return switch (considered.reply()) {
            case RightsReply.Refused(Reason reason) ->
                new Decision.Refused(
                        Refusal.of(
                                code(reason),
                                question.scheme() + " for " + addressed.header().legalContext() + ": "
                                        + reason.meaning()),
                        recorded);
            case RightsReply.Answered(List<Line> replies) ->
                answered(addressed, question, replies, considered.recorded(), recorded);
        };
    }

    /** What the door refuses under a code of its own has been refused by then; what is left is about the question. */
    private static RefusalCode code(Reason reason) {
        return switch (reason) {
            case DAY_TOO_LONG_AGO -> DAY_TOO_LONG_AGO;
            case STOPPED -> QUESTIONS_STOPPED;
            default -> SCHEME_NOT_AUTHORISED;
        };
    }

    private static Decision answered(
            Addressed addressed, Question question, List<Line> replies, RecordedQuestion asked, Effect recorded) {
        var lines = new Lines("Customer", replies.size());
        var answers = new ArrayList<RightAnswer>();
        for (int i = 0; i < replies.size(); i++) {
            switch (replies.get(i)) {
                case Line.Told(RightAnswer answer) -> answers.add(answer);
                case Line.NotACustomer _ -> lines.refuse(i, NOT_YOUR_CUSTOMER);
            }
        }
        List<Insz> persons = asked.lines().stream()
                .flatMap(line -> line.person().stream())
                .distinct()
                .toList();
        var content =
                new RightsAnswerContent(addressed.header().instance(), question.scheme(), question.day(), answers);
        return lines.decision(recorded, persons, content);
    }
}
