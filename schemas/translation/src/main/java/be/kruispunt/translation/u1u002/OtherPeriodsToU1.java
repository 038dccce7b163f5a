package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.Period;
import be.kruispunt.documents.jaxb.u002.CompensatedLeave;
import be.kruispunt.documents.jaxb.u002.OtherPeriod;
import be.kruispunt.documents.jaxb.u1.InsuranceKind;
import be.kruispunt.documents.jaxb.u1.OtherInsurance;
import be.kruispunt.documents.jaxb.u1.Periods;
import be.kruispunt.translation.report.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Periods of a kind, as box 2.1.3. U002 does not tell insurance periods from periods treated as such, so none goes to
 * box 2.1.4; for the person it is the same, because a period treated as insurance is one (883/2004 art. 1(t)).
 */
final class OtherPeriodsToU1 {
    private static final String NO_AMOUNT = "box 2.1.3 has no amount";
    private static final String KIND = "note 2: a kind of its own in U1";

    private OtherPeriodsToU1() {}

    static void map(be.kruispunt.documents.jaxb.u002.Periods source, Periods target, Place periods) {
        for (PeriodList each : PeriodList.all()) {
            List<Period> list = each.in(source);
            for (int i = 0; i < list.size(); i++) {
                period(list.get(i), each.kind, each.otherKind, target, periods.from(each.element, i));
            }
        }
        List<CompensatedLeave> leaves = source.getCompensatedLeave();
        for (int i = 0; i < leaves.size(); i++) {
            CompensatedLeave leave = leaves.get(i);
            Place place = periods.from("CompensatedLeave", i);
            period(leave.getPeriod(), InsuranceKind.OTHER, PeriodList.COMPENSATED_LEAVE, target, place.from("Period"));
            place.lose("amount", leave.getAmount(), NO_AMOUNT);
            place.lose("currency/value", leave.getCurrency(), NO_AMOUNT);
        }
        List<OtherPeriod> others = source.getOther();
        for (int i = 0; i < others.size(); i++) {
            other(others.get(i), target, periods.from("Other", i));
        }
    }

    /** Adds a period whose kind its list tells. */
    private static OtherInsurance period(
            Period source, InsuranceKind kind, @Nullable String otherKind, Periods target, Place place) {
        OtherInsurance to = new OtherInsurance();
        to.setKind(kind);
        to.setOtherKind(otherKind);
        Days.toU1(source, place.to(next(target)), to::setFrom, to::setTo);
        target.getOtherInsurance().add(to);
        return to;
    }

    private static void other(OtherPeriod source, Periods target, Place holder) {
        Place place = holder.to(next(target));
        String type = source.getTypeOther();
        boolean benefit = PeriodList.UNEMPLOYMENT_BENEFIT.equals(type);
        InsuranceKind kind = benefit ? InsuranceKind.UNEMPLOYMENT_BENEFIT : InsuranceKind.OTHER;
        OtherInsurance to = period(source.getPeriod(), kind, null, target, holder.from("Period"));
        if (benefit) {
            place.changed("typeOther", "kind", KIND);
        } else {
            place.carry("typeOther", type, "otherKind", to::setOtherKind);
        }
    }

    private static String next(Periods target) {
        return "OtherInsurance[" + (target.getOtherInsurance().size() + 1) + ']';
    }
}
