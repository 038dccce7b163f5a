package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.Address;
import be.kruispunt.documents.jaxb.u002.CompensatedLeave;
import be.kruispunt.documents.jaxb.u002.OtherPeriod;
import be.kruispunt.documents.jaxb.u1.InsuranceKind;
import be.kruispunt.documents.jaxb.u1.Insurer;
import be.kruispunt.documents.jaxb.u1.OtherInsurance;
import be.kruispunt.documents.jaxb.u1.Periods;
import be.kruispunt.documents.jaxb.u1.TreatedAsInsurance;
import be.kruispunt.translation.report.Place;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Boxes 2.1.3 and 2.1.4: periods of a kind, each in the list of its kind. */
final class OtherPeriodsToU002 {
    private static final String KIND = "note 2: U002 has a list for each kind of period";
    private static final String REASON =
            "note 3: U002 has a list for each kind of period, and does not tell boxes 2.1.3 and 2.1.4 apart";
    private static final String NOT_OTHER = "U002 explains periods of type other only";
    private static final String NO_INSURER = "U002 does not name the insurer of a period";

    private OtherPeriodsToU002() {}

    static void map(Periods source, be.kruispunt.documents.jaxb.u002.Periods target, Place periods) {
        List<OtherInsurance> others = source.getOtherInsurance();
        for (int i = 0; i < others.size(); i++) {
            other(others.get(i), target, periods.from("OtherInsurance", i));
        }
        List<TreatedAsInsurance> treated = source.getTreatedAsInsurance();
        for (int i = 0; i < treated.size(); i++) {
            treated(treated.get(i), target, periods.from("TreatedAsInsurance", i));
        }
    }

    private static void other(OtherInsurance source, be.kruispunt.documents.jaxb.u002.Periods target, Place periods) {
        PeriodList list = PeriodList.of(source.getKind(), source.getOtherKind());
        if (list != null) {
            Place place = next(list, target, periods);
            list.in(target).add(Days.toSed("2.1.3", source.getFrom(), source.getTo(), place));
            told(source, place, list.otherKind != null);
        } else if (PeriodList.COMPENSATED_LEAVE.equals(source.getOtherKind())
                && source.getKind() == InsuranceKind.OTHER) {
            Place place = periods.to(
                    "CompensatedLeave[" + (target.getCompensatedLeave().size() + 1) + "]/Period");
            CompensatedLeave leave = new CompensatedLeave();
            leave.setPeriod(Days.toSed("2.1.3", source.getFrom(), source.getTo(), place));
            target.getCompensatedLeave().add(leave);
            told(source, place, true);
        } else {
            typed(source, target, periods.to("Other[" + (target.getOther().size() + 1) + ']'));
        }
    }

    /** Accounts for a kind that the list itself tells. */
    private static void told(OtherInsurance source, Place place, boolean byText) {
        String days = Days.element(source.getTo());
        place.changed("2.1.3", "kind", days, KIND);
        if (byText) {
            place.changed("2.1.3", "otherKind", days, KIND);
        } else {
            place.lose("2.1.3", "otherKind", source.getOtherKind(), NOT_OTHER);
        }
    }

    /** Writes a period of type other, which says its kind as text. */
    private static void typed(OtherInsurance source, be.kruispunt.documents.jaxb.u002.Periods target, Place place) {
        OtherPeriod to = new OtherPeriod();
        to.setPeriod(Days.toSed("2.1.3", source.getFrom(), source.getTo(), place.to("Period")));
        place.changed("2.1.3", "kind", "typeOther", "note 2: U002 says as text what kind of other period it is");
        if (source.getKind() == InsuranceKind.UNEMPLOYMENT_BENEFIT) {
            to.setTypeOther(PeriodList.UNEMPLOYMENT_BENEFIT);
            place.lose("2.1.3", "otherKind", source.getOtherKind(), NOT_OTHER);
        } else {
            to.setTypeOther(PeriodList.UNSAID);
            place.carry("2.1.3", "otherKind", source.getOtherKind(), "typeOther", to::setTypeOther);
        }
        target.getOther().add(to);
    }

    private static void treated(
            TreatedAsInsurance source, be.kruispunt.documents.jaxb.u002.Periods target, Place periods) {
        PeriodList list = Objects.requireNonNull(PeriodList.of(Codes.kind(source.getReason()), null));
        Place place = next(list, target, periods);
        list.in(target).add(Days.toSed("2.1.4", source.getFrom(), source.getTo(), place));
        place.changed("2.1.4", "reason", Days.element(source.getTo()), REASON);
        insurer(source.getInsurer(), place.from("Insurer"));
    }

    private static Place next(PeriodList list, be.kruispunt.documents.jaxb.u002.Periods target, Place periods) {
        return periods.to(list.element + '[' + (list.in(target).size() + 1) + ']');
    }

    private static void insurer(@Nullable Insurer source, Place place) {
        if (source == null) {
            return;
        }
        place.lose("2.1.4", "name", source.getName(), NO_INSURER);
        Address address = source.getAddress();
        if (address != null) {
            place.lose("2.1.4", "Address/street", address.getStreet(), NO_INSURER);
            place.lose("2.1.4", "Address/town", address.getTown(), NO_INSURER);
            place.lose("2.1.4", "Address/postalCode", address.getPostalCode(), NO_INSURER);
            place.lose("2.1.4", "Address/country", address.getCountry(), NO_INSURER);
        }
    }
}
