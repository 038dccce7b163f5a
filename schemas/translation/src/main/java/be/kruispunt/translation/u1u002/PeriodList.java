package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.Period;
import be.kruispunt.documents.jaxb.u002.Periods;
import be.kruispunt.documents.jaxb.u1.InsuranceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of U002 that hold bare periods, each with the kind (note 2) that it is in box 2.1.3 of U1. */
enum PeriodList {
    SICKNESS("Sickness", InsuranceKind.SICKNESS, null),
    MATERNITY_OR_CHILD_RAISING("MaternityOrChildRaising", InsuranceKind.MATERNITY_OR_CHILD_RAISING, null),
    TRAINING("Training", InsuranceKind.EDUCATION, null),
    MILITARY("Military", InsuranceKind.MILITARY_SERVICE, null),
    DETENTION("Detention", InsuranceKind.DETENTION, null),
    VOLUNTARY_INSURANCE("VoluntaryInsurance", InsuranceKind.OTHER, "Voluntary insurance");

    /** What box 2.1.3 says, kind OTHER, of a period of compensated leave. */
    static final String COMPENSATED_LEAVE = "Compensation for untaken leave";

    /** What U002 says, type other, of the kind that U1 alone has. */
    static final String UNEMPLOYMENT_BENEFIT = "Unemployment benefit before the last employment";

    /** What U002 says where U1 says other and not which. */
    static final String UNSAID = "Other";

    private static final List<PeriodList> ALL = List.of(values());

    final String element;
    final InsuranceKind kind;
    final @Nullable String otherKind;

    PeriodList(String element, InsuranceKind kind, @Nullable String otherKind) {
        this.element = element;
        this.kind = kind;
        this.otherKind = otherKind;
    }

    /** This list in a document. */
    List<Period> in(Periods periods) {
        return switch (this) {
            case SICKNESS -> periods.getSickness();
            case MATERNITY_OR_CHILD_RAISING -> periods.getMaternityOrChildRaising();
            case TRAINING -> periods.getTraining();
            case MILITARY -> periods.getMilitary();
            case DETENTION -> periods.getDetention();
            case VOLUNTARY_INSURANCE -> periods.getVoluntaryInsurance();
        };
    }

    /** The list of a kind; null where U002 has none of its own. */
    static @Nullable PeriodList of(InsuranceKind kind, @Nullable String otherKind) {
        for (PeriodList each : ALL) {
            if (each.kind == kind && (each.otherKind == null || each.otherKind.equals(otherKind))) {
                return each;
            }
        }
        return null;
    }

    static List<PeriodList> all() {
        return ALL;
    }
}
