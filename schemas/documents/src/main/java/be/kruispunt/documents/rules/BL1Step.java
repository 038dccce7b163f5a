package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.bl1.BL1;
import java.util.List;

/** The three steps of the one form BL1; the last part present is the step. */
enum BL1Step {
    A("BL1-A"),
    B("BL1-B"),
    BOX_10("BL1-10");

    private final String act;

    BL1Step(String act) {
        this.act = act;
    }

    static BL1Step of(BL1 form) {
        if (hasBox10(form)) {
            return BOX_10;
        }
        return form.getPartB() == null ? A : B;
    }

    static boolean hasBox10(BL1 form) {
        return form.getConfirmation() != null;
    }

    String act() {
        return act;
    }

    /** The steps whose boxes this one repeats. */
    List<BL1Step> earlier() {
        return switch (this) {
            case A -> List.of();
            case B -> List.of(A);
            case BOX_10 -> List.of(A, B);
        };
    }
}
