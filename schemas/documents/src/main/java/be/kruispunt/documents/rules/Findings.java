package be.kruispunt.documents.rules;

import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Findings as they turn up: the first of them, and then one that says that there are more. Those are not even made, so
 * that a document that is wrong all over costs no more than one that is wrong in places.
 */
public final class Findings {
    /** How many findings of a document are told. */
    public static final int MOST = 500;

    private final String codeOfMore;
    private final int most;
    private final String more;
    private final String remedy;
    private final List<Finding> found = new ArrayList<>();
    private @Nullable Severity gravestOfMore;

    /**
     * Sets up.
     *
     * @param codeOfMore the code of the finding that says that there are more
     * @param most how many are told before that one
     * @param more its words
     * @param remedy what to do then
     */
    public Findings(String codeOfMore, int most, String more, String remedy) {
        this.codeOfMore = codeOfMore;
        this.more = more;
        this.remedy = remedy;
        this.most = most;
    }

    /** Takes one, if there is room. */
    public void add(Severity severity, Supplier<Finding> finding) {
        if (found.size() < most) {
            found.add(finding.get());
        } else if (gravestOfMore == null || severity == Severity.ERROR) {
            gravestOfMore = severity;
        }
    }

    /** Whether a finding of this severity, or a lesser one, would change nothing of the list. */
    public boolean areSettled(Severity severity) {
        return gravestOfMore == Severity.ERROR || gravestOfMore == severity;
    }

    /** All that are told; an error that is not told makes the last one an error. */
    public List<Finding> list() {
        if (gravestOfMore == null) {
            return List.copyOf(found);
        }
        var list = new ArrayList<>(found);
        list.add(new Finding(codeOfMore, gravestOfMore, "", "", 0, more, remedy));
        return List.copyOf(list);
    }
}
