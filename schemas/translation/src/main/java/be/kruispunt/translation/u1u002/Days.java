package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.FixedPeriod;
import be.kruispunt.documents.jaxb.eessi.OpenPeriod;
import be.kruispunt.documents.jaxb.eessi.OpenPeriodCode;
import be.kruispunt.documents.jaxb.eessi.OpenPeriodValue;
import be.kruispunt.documents.jaxb.eessi.Period;
import be.kruispunt.translation.report.Place;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** First and last days: elements of their own in U1, inside a fixed or an open period in U002. */
final class Days {
    private static final String GOES_ON = "a period of U1 without a last day goes on";
    private static final String UNKNOWN =
            "a period of U1 without a last day goes on: that its end is unknown cannot be said";

    private Days() {}

    /** Writes U1's days at {@code place}, whose target is the SED's period; without a last day the period goes on. */
    static Period toSed(String box, LocalDate from, @Nullable LocalDate to, Place place) {
        Period period = new Period();
        if (to == null) {
            OpenPeriodValue type = new OpenPeriodValue();
            type.setValue(OpenPeriodCode.OPEN);
            OpenPeriod open = new OpenPeriod();
            open.setTypeOpenPeriod(type);
            place.carry(box, "from", from, "OpenPeriod/startDate", open::setStartDate);
            period.setOpenPeriod(open);
        } else {
            FixedPeriod days = new FixedPeriod();
            place.carry(box, "from", from, "FixedPeriod/startDate", days::setStartDate);
            place.carry(box, "to", to, "FixedPeriod/endDate", days::setEndDate);
            period.setFixedPeriod(days);
        }
        return period;
    }

    /** Writes the days of a SED's period, whose source is the period and whose target holds U1's days. */
    static void toU1(Period period, Place place, Consumer<LocalDate> from, Consumer<LocalDate> to) {
        FixedPeriod days = period.getFixedPeriod();
        if (days != null) {
            place.carry("FixedPeriod/startDate", days.getStartDate(), "from", from);
            place.carry("FixedPeriod/endDate", days.getEndDate(), "to", to);
        }
        OpenPeriod open = period.getOpenPeriod();
        if (open != null) {
            place.carry("OpenPeriod/startDate", open.getStartDate(), "from", from);
            String type = "OpenPeriod/typeOpenPeriod/value";
            if (open.getTypeOpenPeriod().getValue() == OpenPeriodCode.OPEN) {
                place.changed(type, "from", GOES_ON);
            } else {
                place.lose(type, open.getTypeOpenPeriod(), UNKNOWN);
            }
        }
    }

    /** The first day of a period. */
    static LocalDate first(Period period) {
        return period.getFixedPeriod() == null
                ? period.getOpenPeriod().getStartDate()
                : period.getFixedPeriod().getStartDate();
    }

    /** The last day of a period; the last there is, if it has none. */
    static LocalDate last(Period period) {
        return period.getFixedPeriod() == null
                ? LocalDate.MAX
                : period.getFixedPeriod().getEndDate();
    }

    /** The last day of a period of U1; the last there is, if it has none. */
    static LocalDate last(@Nullable LocalDate to) {
        return to == null ? LocalDate.MAX : to;
    }

    /** The element of the SED that holds the days of a period with this last day. */
    static String element(@Nullable LocalDate to) {
        return to == null ? "OpenPeriod" : "FixedPeriod";
    }

    /** Accounts for a period that U1 cannot take. */
    static void lose(@Nullable Period period, Place place, String reason) {
        if (period == null) {
            return;
        }
        FixedPeriod fixed = period.getFixedPeriod();
        if (fixed != null) {
            place.lose("FixedPeriod/startDate", fixed.getStartDate(), reason);
            place.lose("FixedPeriod/endDate", fixed.getEndDate(), reason);
        }
        OpenPeriod open = period.getOpenPeriod();
        if (open != null) {
            place.lose("OpenPeriod/startDate", open.getStartDate(), reason);
            place.lose("OpenPeriod/typeOpenPeriod/value", open.getTypeOpenPeriod(), reason);
        }
    }
}
