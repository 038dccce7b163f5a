package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.Period;
import be.kruispunt.documents.jaxb.u002.Employment;
import be.kruispunt.documents.jaxb.u002.UninsuredEmployment;
import be.kruispunt.documents.jaxb.u1.Income;
import be.kruispunt.documents.jaxb.u1.Periods;
import be.kruispunt.documents.jaxb.u1.UninsuredActivity;
import be.kruispunt.translation.report.Place;
import java.util.List;

/** Periods of activity, insured and not, as boxes 2.1.1, 2.1.2, 2.2 and 2.3. */
final class PeriodsToU1 {
    private PeriodsToU1() {}

    static void map(be.kruispunt.documents.jaxb.u002.Periods source, Periods target, Place place) {
        insured(source.getInsuredEmployment(), target.getInsuredEmployment(), "InsuredEmployment", place);
        insured(source.getInsuredSelfEmployment(), target.getInsuredSelfEmployment(), "InsuredSelfEmployment", place);
        ReasonNotInsured reason = new ReasonNotInsured(place.to("reasonNotInsured"));
        uninsured(
                source.getUninsuredEmployment(),
                new Target(
                        target.getUninsuredEmployment(),
                        target.getIncomeFromEmployment(),
                        PeriodsToU002.EMPLOYMENT,
                        "IncomeFromEmployment"),
                reason,
                place);
        uninsured(
                source.getUninsuredSelfEmployment(),
                new Target(
                        target.getUninsuredSelfEmployment(),
                        target.getIncomeFromSelfEmployment(),
                        PeriodsToU002.SELF_EMPLOYMENT,
                        "IncomeFromSelfEmployment"),
                reason,
                place);
        reason.write(target);
    }

    /** The lists of U1 that take the periods of one list of U002, with their names. */
    private record Target(
            List<UninsuredActivity> activities, List<Income> incomes, String element, String incomeElement) {}

    private static void insured(List<Employment> source, List<Period> target, String element, Place periods) {
        for (int i = 0; i < source.size(); i++) {
            Employment from = source.get(i);
            Place place = periods.in(element, i, element, target.size());
            EmployerToU1.lose(from.getEmployer(), place.from("Employer"));
            Period to = new Period();
            Days.toU1(from.getPeriod(), place.from("Period"), to::setFrom, to::setTo);
            target.add(to);
        }
    }

    private static void uninsured(
            List<UninsuredEmployment> source, Target target, ReasonNotInsured reason, Place periods) {
        for (int i = 0; i < source.size(); i++) {
            UninsuredEmployment from = source.get(i);
            Place place = periods.in(target.element, i, target.element, target.activities.size());
            EmployerToU1.lose(from.getEmployer(), place.from("Employer"));
            IncomeToU1.map(
                    from.getIncomeAndHours(),
                    target.incomes,
                    place.from("IncomeAndHours"),
                    periods.to(target.incomeElement).target());
            UninsuredActivity to = new UninsuredActivity();
            Days.toU1(from.getPeriod(), place.from("Period"), to::setFrom, to::setTo);
            place.carry("natureActivity", from.getNatureActivity(), "natureOfActivity", to::setNatureOfActivity);
            reason.add(from.getInformation(), place.source() + "/information");
            target.activities.add(to);
        }
    }
}
