package be.kruispunt.buffer.report;

import static be.kruispunt.model.outcome.RefusalCode.STATUS_NOT_AUTHORISED;

import be.kruispunt.access.AccessDecision;
import be.kruispunt.access.Register;
import be.kruispunt.buffer.ConsiderQuestion;
import be.kruispunt.buffer.RightsRules;
import be.kruispunt.buffer.SourceCompetence;
import be.kruispunt.buffer.report.HouseholdText.Told;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.ReportWriter;
import be.kruispunt.store.RightsReport;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Takes the lines of a page: each is judged by itself, as in a message, and by what the register says at that moment. */
public final class ReportDesk {
    private final Supplier<Register> register;
    private final ReportPolicy policy;
    private final SourceCompetence competence;
    private final Derivation derivation;
    private final RightsRules rules;
    private final InstantSource clock;

    public ReportDesk(Supplier<Register> register, Schemes schemes, RightsRules rules, InstantSource clock) {
        this.register = register;
        this.policy = new ReportPolicy(rules.hub());
        this.competence = new SourceCompetence(register, schemes, clock);
        this.derivation = new Derivation(schemes);
        this.rules = rules;
        this.clock = clock;
    }

    /** Whether a file is let in at all now. */
    public AccessDecision decide(RightsReport.Subject subject, Register standing) {
        return policy.decide(subject, standing, LocalDate.ofInstant(clock.instant(), ConsiderQuestion.BRUSSELS));
    }

    /** Takes what can be taken, and gives the codes of the other lines, by their place, from 1. */
    SortedMap<Integer, String> take(RightsReport report, List<String> texts, ReportWriter writer) {
        return switch (decide(report.subject(), register.get())) {
            case AccessDecision.Denied(var refusal) -> none(texts, refusal.code());
            case AccessDecision.Granted granted ->
                switch (report.subject().kind()) {
                    case STATUSES -> statuses(report, texts, granted, writer);
                    case HOUSEHOLDS -> households(texts, writer);
                    case CUSTOMERS -> customers(texts, writer);
                };
        };
    }

    /** What was allowed when the file came is so no more. */
    private static SortedMap<Integer, String> none(List<String> texts, RefusalCode code) {
        var lines = new PageLines<>(texts, Optional::of);
        lines.require(any -> false, code);
        return lines.refused();
    }

    private SortedMap<Integer, String> statuses(
            RightsReport report, List<String> texts, AccessDecision.Granted granted, ReportWriter writer) {
        var lines = new PageLines<>(texts, StatusText::read);
        SourceCompetence.Of source = competence.of(report.subject().sender());
        lines.require(line -> source.mayReport(line, granted.rights()), STATUS_NOT_AUTHORISED);
        lines.refuse(writer.statuses(lines.told(), derivation::rights));
        return lines.refused();
    }

    private SortedMap<Integer, String> customers(List<String> texts, ReportWriter writer) {
        PageLines<CustomerChange> lines = new PageLines<>(texts, CustomerText::read);
        lines.refuse(writer.customers(lines.told(), rules.limits()));
        return lines.refused();
    }

    private SortedMap<Integer, String> households(List<String> texts, ReportWriter writer) {
        PageLines<Told> lines = new PageLines<>(texts, HouseholdText::read);
        var told = HouseholdLines.of(lines.told());
        lines.refuse(told.ofEach(
                lines.told(),
                writer.households(told.households(), told.deaths(), told.identities(), derivation::rights)));
        return lines.refused();
    }
}
