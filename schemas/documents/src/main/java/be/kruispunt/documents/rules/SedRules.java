package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.u001.U001;
import be.kruispunt.documents.jaxb.u002.CompensatedLeave;
import be.kruispunt.documents.jaxb.u002.LastEmployment;
import be.kruispunt.documents.jaxb.u002.Payment;
import be.kruispunt.documents.jaxb.u002.ReasonCode;
import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.xml.Elements;
import java.util.ArrayList;
import java.util.List;

/** What SEDs U001 and U002 ask for (987/2009 art. 54(1)). */
public final class SedRules {
    private SedRules() {}

    /** Every rule of U001: those of all documents. */
    public static List<Rule<U001>> u001() {
        return CommonRules.of("U001");
    }

    /** Every rule of U002, those of all documents first. */
    public static List<Rule<U002>> u002() {
        var rules = new ArrayList<Rule<U002>>(CommonRules.of("U002"));
        rules.add(Rule.error("U002-NO-PERIOD", "", "there is no period", "state at least one", SedRules::noPeriod));
        rules.add(Rule.error(
                "U002-OTHER-REASON",
                "",
                "the reason is 99, and it is not said which",
                "add otherReasonTermination",
                SedRules::otherReason));
        rules.add(Rule.error(
                "U002-AMOUNT-CURRENCY",
                "",
                "an amount without currency, or a currency without amount",
                "give both or neither",
                SedRules::amountAndCurrency));
        return List.copyOf(rules);
    }

    private static void noPeriod(Reading<U002> reading, Report report) {
        if (reading.child("Periods").filter(Elements::isLeaf).isPresent()) {
            report.at(reading.place("Periods"));
        }
    }

    private static void otherReason(Reading<U002> reading, Report report) {
        LastEmployment last = reading.content().getLastEmployment();
        if (last != null
                && last.getReasonTermination() != null
                && last.getReasonTermination().getValue() == ReasonCode.OTHER
                && last.getOtherReasonTermination() == null) {
            report.at(reading.place("LastEmployment/reasonTermination"));
        }
    }

    private static void amountAndCurrency(Reading<U002> reading, Report report) {
        List<CompensatedLeave> leaves = reading.content().getPeriods().getCompensatedLeave();
        for (int i = 0; i < leaves.size(); i++) {
            if ((leaves.get(i).getAmount() == null) != (leaves.get(i).getCurrency() == null)) {
                report.at(reading.place("Periods/CompensatedLeave", i));
            }
        }
        LastEmployment last = reading.content().getLastEmployment();
        List<Payment> payments = last == null || last.getPayments() == null
                ? List.of()
                : last.getPayments().getPayment();
        for (int i = 0; i < payments.size(); i++) {
            if ((payments.get(i).getAmount() == null) != (payments.get(i).getCurrency() == null)) {
                report.at(reading.place("LastEmployment/Payments/Payment", i));
            }
        }
    }
}
