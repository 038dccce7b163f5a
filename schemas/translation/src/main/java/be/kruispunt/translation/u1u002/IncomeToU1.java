package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.u002.IncomeAndHours;
import be.kruispunt.documents.jaxb.u1.Income;
import be.kruispunt.documents.jaxb.u1.IncomeBasis;
import be.kruispunt.documents.jaxb.u1.IncomeKind;
import be.kruispunt.translation.report.Place;
import java.util.List;

/** Income beside a period that is not insured, as box 2.3: gross, and the total of its period. */
final class IncomeToU1 {
    private IncomeToU1() {}

    /**
     * Moves incomes to the end of a list.
     *
     * @param incomes the source's repeated element, without position
     * @param element path of the target's repeated element, without position
     */
    static void map(List<IncomeAndHours> source, List<Income> target, Place incomes, String element) {
        for (int i = 0; i < source.size(); i++) {
            Place place = new Place(
                    incomes.account(),
                    incomes.source() + '[' + (i + 1) + ']',
                    element + '[' + (target.size() + 1) + ']');
            one(source.get(i), target, place);
        }
    }

    private static void one(IncomeAndHours source, List<Income> target, Place place) {
        Income income = new Income();
        income.setKind(IncomeKind.GROSS);
        income.setBasis(IncomeBasis.TOTAL);
        Days.toU1(source.getPeriod(), place.from("Period"), income::setFrom, income::setTo);
        place.carry("grossAmount", source.getGrossAmount(), "amount", income::setAmount);
        place.carry("currency/value", Values.of(source.getCurrency()), "currency", income::setCurrency);
        place.carry("hours", source.getHours(), "weeklyHours", income::setWeeklyHours);
        target.add(income);
    }
}
