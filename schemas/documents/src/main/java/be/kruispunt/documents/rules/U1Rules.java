package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.u1.EndOfEmployment;
import be.kruispunt.documents.jaxb.u1.EndReason;
import be.kruispunt.documents.jaxb.u1.Entitlement;
import be.kruispunt.documents.jaxb.u1.InsuranceKind;
import be.kruispunt.documents.jaxb.u1.OtherInsurance;
import be.kruispunt.documents.jaxb.u1.TreatedAsInsurance;
import be.kruispunt.documents.jaxb.u1.TreatedReason;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.documents.rules.U1Periods.Listed;
import be.kruispunt.model.id.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What form U1 asks for (883/2004 art. 61 and 62; 987/2009 art. 54; the notes of the form). */
public final class U1Rules {
    private static final Set<TreatedReason> WITH_INSURER =
            EnumSet.of(TreatedReason.SICKNESS, TreatedReason.MATERNITY_OR_CHILD_RAISING);

    private static final Set<EndReason> OTHER_REASONS =
            EnumSet.of(EndReason.OTHER_EMPLOYMENT, EndReason.OTHER_SELF_EMPLOYMENT);

    private U1Rules() {}

    /** Every rule of U1, those of all documents first. */
    public static List<Rule<U1>> all() {
        var rules = new ArrayList<Rule<U1>>(CommonRules.of("U1"));
        rules.add(Issuer.rule("7.6", Issuer::u1));
        rules.add(Rule.error("U1-BOX-MISSING", "", "a box that every U1 has is empty", "fill it in", U1Boxes::missing));
        rules.add(
                Rule.error("U1-NO-PERIOD", "2", "box 2 has no period", "state at least one period", U1Rules::noPeriod));
        rules.add(Rule.error(
                "U1-PERIOD-AFTER-FORM-DATE",
                "2",
                "the period ends after the date of the form (7.10)",
                "state periods until the date of the form only",
                U1Rules::afterFormDate));
        rules.add(Rule.warning(
                "U1-PERIOD-OVERLAP",
                "2.1.1",
                "the period overlaps another one of insured employment",
                "check the dates; two employments at once are possible",
                U1Rules::overlap));
        rules.add(Rule.warning(
                "U1-REFERENCE-PERIOD",
                "2",
                "the periods do not reach back over the receiver's reference period (note 1)",
                "add earlier periods, if there are any",
                U1Rules::referencePeriod));
        rules.add(Rule.error(
                "U1-OTHER-KIND",
                "2.1.3",
                "the kind of period is OTHER, and it is not said which (note 2)",
                "add otherKind",
                U1Rules::otherKind));
        rules.add(Rule.warning(
                "U1-INSURER-MISSING",
                "2.1.4",
                "sickness and maternity ask for the insurance institution or company (note 3)",
                "add Insurer",
                U1Rules::insurer));
        rules.add(Rule.error(
                "U1-OTHER-REASON",
                "3",
                "the reason is another (3.7 or 3.8), and it is not said which",
                "add otherReason",
                U1Rules::otherReason));
        rules.add(Rule.error(
                "U1-ENTITLEMENT-CHOICE",
                "6",
                "6.1 or 6.2: exactly one of them when box 6 is filled in",
                "leave one of them out, or the whole of box 6",
                U1Rules::entitlement));
        return List.copyOf(rules);
    }

    private static void noPeriod(Reading<U1> reading, Report report) {
        if (U1Periods.of(reading.content()).isEmpty()) {
            report.at(reading.place("Periods"));
        }
    }

    private static void afterFormDate(Reading<U1> reading, Report report) {
        LocalDate formDate = reading.content().getInstitution().getDate();
        for (Listed period : U1Periods.withIncome(reading.content())) {
            if (period.from().isAfter(formDate)
                    || (period.to() != null && period.to().isAfter(formDate))) {
                report.at(reading.place("Periods/" + period.list(), period.index()));
            }
        }
    }

    private static void overlap(Reading<U1> reading, Report report) {
        List<Listed> byStart = U1Periods.of(reading.content()).stream()
                .filter(period -> period.list().equals("InsuredEmployment"))
                .sorted(Comparator.comparing(Listed::from))
                .toList();
        LocalDate end = LocalDate.MIN;
        for (Listed period : byStart) {
            if (!period.from().isAfter(end)) {
                report.at(reading.place("Periods/InsuredEmployment", period.index()));
            }
            end = period.end().isAfter(end) ? period.end() : end;
        }
    }

    private static void referencePeriod(Reading<U1> reading, Report report) {
        Optional<LocalDate> earliest =
                U1Periods.of(reading.content()).stream().map(Listed::from).min(Comparator.naturalOrder());
        LocalDate formDate = reading.content().getInstitution().getDate();
        reading.header().receivers().stream()
                .map(InstitutionId::country)
                .distinct()
                .forEach(state -> ReferencePeriods.years(state).ifPresent(years -> {
                    if (earliest.isPresent() && earliest.get().isAfter(formDate.minusYears(years))) {
                        report.at(
                                reading.place("Periods"),
                                "the periods do not reach back over the reference period of " + state + ", " + years
                                        + (years == 1 ? " year" : " years") + " (note 1)");
                    }
                }));
    }

    private static void otherKind(Reading<U1> reading, Report report) {
        List<OtherInsurance> periods = reading.content().getPeriods().getOtherInsurance();
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).getKind() == InsuranceKind.OTHER
                    && periods.get(i).getOtherKind() == null) {
                report.at(reading.place("Periods/OtherInsurance", i));
            }
        }
    }

    private static void insurer(Reading<U1> reading, Report report) {
        List<TreatedAsInsurance> periods = reading.content().getPeriods().getTreatedAsInsurance();
        for (int i = 0; i < periods.size(); i++) {
            if (WITH_INSURER.contains(periods.get(i).getReason())
                    && periods.get(i).getInsurer() == null) {
                report.at(reading.place("Periods/TreatedAsInsurance", i));
            }
        }
    }

    private static void otherReason(Reading<U1> reading, Report report) {
        EndOfEmployment end = reading.content().getEndOfEmployment();
        if (end != null && OTHER_REASONS.contains(end.getReason()) && end.getOtherReason() == null) {
            report.at(reading.place("EndOfEmployment/reason"));
        }
    }

    private static void entitlement(Reading<U1> reading, Report report) {
        Entitlement entitlement = reading.content().getEntitlement();
        if (entitlement != null && (entitlement.getEntitled() == null) == (entitlement.getNotEntitled() == null)) {
            report.at(reading.place("Entitlement"));
        }
    }
}
