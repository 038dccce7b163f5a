package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.FixedPeriod;
import be.kruispunt.documents.jaxb.eessi.OpenPeriod;
import be.kruispunt.documents.jaxb.eessi.Period;
import be.kruispunt.translation.report.Place;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** First and last days: elements of their own in U1, inside a fixed period in U002. */
final class Days {
    private Days() {}

    /** Writes U1's two days at {@code place}, whose target is the SED's period. */
    static Period toSed(String box, LocalDate from, LocalDate to, Place place) {
        FixedPeriod days = new FixedPeriod();
        place.carry(box, "from", from, "FixedPeriod/startDate", days::setStartDate);
        place.carry(box, "to", to, "FixedPeriod/endDate", days::setEndDate);
        Period period = new Period();
        period.setFixedPeriod(days);
        return period;
    }

    /** Writes the days of a SED's period with an end, whose source is the period and whose target holds U1's days. */
    static void toU1(FixedPeriod days, Place place, Consumer<LocalDate> from, Consumer<LocalDate> to) {
        place.carry("FixedPeriod/startDate", days.getStartDate(), "from", from);
        place.carry("FixedPeriod/endDate", days.getEndDate(), "to", to);
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
