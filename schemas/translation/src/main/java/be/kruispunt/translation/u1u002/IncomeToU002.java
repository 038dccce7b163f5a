package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.Period;
import be.kruispunt.documents.jaxb.u002.Employment;
import be.kruispunt.documents.jaxb.u002.IncomeAndHours;
import be.kruispunt.documents.jaxb.u002.UninsuredEmployment;
import be.kruispunt.documents.jaxb.u1.Income;
import be.kruispunt.documents.jaxb.u1.IncomeBasis;
import be.kruispunt.documents.jaxb.u1.IncomeKind;
import be.kruispunt.documents.jaxb.u1.Periods;
import be.kruispunt.translation.report.Place;
import java.util.List;

/**
 * Box 2.3. U002 has income only beside a period that is not insured, gross and for the whole of the income's period;
 * the rest of the income belongs in U004.
 */
final class IncomeToU002 {
    private static final String NOT_GROSS_TOTAL =
            "U002 has gross income for a whole period only; U004 has the other kinds";
    private static final String INSURED =
            "U002 has income only beside a period that is not insured and that covers it; U004 has income";
    private static final String GROSS = "note 5: income in U002 is gross";
    private static final String TOTAL = "income in U002 is that of its whole period";

    private IncomeToU002() {}

    static void map(Periods source, be.kruispunt.documents.jaxb.u002.Periods target, Place periods) {
        Target employment = new Target(
                "2.3.1", PeriodsToU002.EMPLOYMENT, target.getInsuredEmployment(), target.getUninsuredEmployment());
        all(source.getIncomeFromEmployment(), "IncomeFromEmployment", employment, periods);
        Target selfEmployment = new Target(
                "2.3.2",
                PeriodsToU002.SELF_EMPLOYMENT,
                target.getInsuredSelfEmployment(),
                target.getUninsuredSelfEmployment());
        all(source.getIncomeFromSelfEmployment(), "IncomeFromSelfEmployment", selfEmployment, periods);
    }

    /** Where the income of one box can go. */
    private record Target(String box, String element, List<Employment> insured, List<UninsuredEmployment> uninsured) {
        /** Position of the first period that is not insured and covers the income; -1 if its source is not sure. */
        int indexFor(Income income) {
            for (Employment each : insured) {
                if (!Days.first(each.getPeriod()).isAfter(Days.last(income.getTo()))
                        && !Days.last(each.getPeriod()).isBefore(income.getFrom())) {
                    return -1;
                }
            }
            for (int i = 0; i < uninsured.size(); i++) {
                Period period = uninsured.get(i).getPeriod();
                if (!Days.first(period).isAfter(income.getFrom())
                        && !Days.last(period).isBefore(Days.last(income.getTo()))) {
                    return i;
                }
            }
            return -1;
        }
    }

    private static void all(List<Income> source, String element, Target target, Place periods) {
        for (int i = 0; i < source.size(); i++) {
            Income income = source.get(i);
            Place place = periods.from(element, i);
            if (income.getKind() != IncomeKind.GROSS || income.getBasis() != IncomeBasis.TOTAL) {
                lose(target.box, income, place, NOT_GROSS_TOTAL);
                continue;
            }
            int index = target.indexFor(income);
            if (index < 0) {
                lose(target.box, income, place, INSURED);
            } else {
                Place holder = place.to(target.element + '[' + (index + 1) + ']');
                move(target.box, income, target.uninsured.get(index).getIncomeAndHours(), holder);
            }
        }
    }

    private static void move(String box, Income source, List<IncomeAndHours> list, Place holder) {
        Place place = holder.to("IncomeAndHours[" + (list.size() + 1) + ']');
        IncomeAndHours target = new IncomeAndHours();
        target.setPeriod(Days.toSed(box, source.getFrom(), source.getTo(), place.to("Period")));
        place.carry(box, "amount", source.getAmount(), "grossAmount", target::setGrossAmount);
        place.carry(
                box,
                "currency",
                source.getCurrency(),
                "currency/value",
                value -> target.setCurrency(Values.currency(value)));
        place.changed(box, "kind", "grossAmount", GROSS);
        place.changed(box, "basis", "Period/" + Days.element(source.getTo()), TOTAL);
        place.carry(box, "weeklyHours", source.getWeeklyHours(), "hours", target::setHours);
        list.add(target);
    }

    private static void lose(String box, Income source, Place place, String reason) {
        place.lose(box, "from", source.getFrom(), reason);
        place.lose(box, "to", source.getTo(), reason);
        place.lose(box, "amount", source.getAmount(), reason);
        place.lose(box, "currency", source.getCurrency(), reason);
        place.lose(box, "kind", source.getKind(), reason);
        place.lose(box, "basis", source.getBasis(), reason);
        place.lose(box, "weeklyHours", source.getWeeklyHours(), reason);
    }
}
