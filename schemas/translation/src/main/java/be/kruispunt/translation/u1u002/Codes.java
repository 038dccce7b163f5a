package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.blocks.Sex;
import be.kruispunt.documents.jaxb.eessi.SexCode;
import be.kruispunt.documents.jaxb.u002.ReasonCode;
import be.kruispunt.documents.jaxb.u1.EndReason;
import be.kruispunt.documents.jaxb.u1.InsuranceKind;
import be.kruispunt.documents.jaxb.u1.TreatedReason;
import org.jspecify.annotations.Nullable;

/** The code lists that stand between the two documents. The numbers are those of the schemas. */
final class Codes {
    private Codes() {}

    static SexCode sex(@Nullable Sex sex) {
        return switch (sex) {
            case M -> SexCode.MALE;
            case F -> SexCode.FEMALE;
            case U -> SexCode.UNKNOWN;
            case null -> SexCode.UNKNOWN;
        };
    }

    static Sex sex(SexCode sex) {
        return switch (sex) {
            case MALE -> Sex.M;
            case FEMALE -> Sex.F;
            case UNKNOWN -> Sex.U;
        };
    }

    /** The printed box of a reason. */
    static String box(EndReason reason) {
        return switch (reason) {
            case DISMISSED -> "3.1";
            case MUTUAL_AGREEMENT -> "3.2";
            case DISCIPLINARY_DISMISSAL -> "3.3";
            case RESIGNED -> "3.4";
            case CONTRACT_EXPIRED -> "3.5";
            case REDUNDANCY -> "3.6";
            case OTHER_EMPLOYMENT -> "3.7";
            case OTHER_SELF_EMPLOYMENT -> "3.8";
        };
    }

    /** The code of a reason of box 3; null for box 3.8, which U002 gives as text only. */
    static @Nullable ReasonCode reason(EndReason reason) {
        return switch (reason) {
            case DISMISSED -> ReasonCode.DISMISSED;
            case MUTUAL_AGREEMENT -> ReasonCode.MUTUAL_AGREEMENT;
            case DISCIPLINARY_DISMISSAL -> ReasonCode.DISCIPLINARY_DISMISSAL;
            case RESIGNED -> ReasonCode.RESIGNED;
            case CONTRACT_EXPIRED -> ReasonCode.CONTRACT_EXPIRED;
            case REDUNDANCY -> ReasonCode.REDUNDANCY;
            case OTHER_EMPLOYMENT -> ReasonCode.OTHER;
            case OTHER_SELF_EMPLOYMENT -> null;
        };
    }

    /** The box of a code; null for the unknown reason, which box 3 does not have. */
    static @Nullable EndReason reason(ReasonCode reason) {
        return switch (reason) {
            case DISMISSED -> EndReason.DISMISSED;
            case RESIGNED -> EndReason.RESIGNED;
            case CONTRACT_EXPIRED -> EndReason.CONTRACT_EXPIRED;
            case MUTUAL_AGREEMENT -> EndReason.MUTUAL_AGREEMENT;
            case DISCIPLINARY_DISMISSAL -> EndReason.DISCIPLINARY_DISMISSAL;
            case REDUNDANCY -> EndReason.REDUNDANCY;
            case OTHER -> EndReason.OTHER_EMPLOYMENT;
            case UNKNOWN -> null;
        };
    }

    /** Notes 2 and 3 name the same kinds, and U002 does not tell their boxes apart. */
    static InsuranceKind kind(TreatedReason reason) {
        return switch (reason) {
            case SICKNESS -> InsuranceKind.SICKNESS;
            case MATERNITY_OR_CHILD_RAISING -> InsuranceKind.MATERNITY_OR_CHILD_RAISING;
            case DETENTION -> InsuranceKind.DETENTION;
            case EDUCATION -> InsuranceKind.EDUCATION;
            case MILITARY_SERVICE -> InsuranceKind.MILITARY_SERVICE;
        };
    }
}
