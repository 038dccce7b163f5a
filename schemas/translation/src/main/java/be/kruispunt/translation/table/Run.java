package be.kruispunt.translation.table;

import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossReport.Line;
import be.kruispunt.translation.Issue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One translation while it runs: what is written, what was said of it, and what was used up. Used by one thread. */
final class Run {
    private final Targets targets;
    private final Optional<Issue> issue;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final Map<String, Joined> joins = new HashMap<>();
    private final Set<Used> used = new HashSet<>();

    private boolean muted;

    private record Used(Use row, Spot target) {}

    Run(Targets targets, Optional<Issue> issue) {
        this.targets = targets;
        this.issue = issue;
    }

    Targets targets() {
        return targets;
    }

    Optional<Issue> issue() {
        return issue;
    }

    /** What is done from now on is not accounted for. */
    void mute() {
        muted = true;
    }

    /** The number of who issued the document; empty where nobody says. */
    String issuer() {
        return issue.map(by -> by.institution().value()).orElse("");
    }

    /** Whether this row meets this target for the first time. */
    boolean first(Use row, Spot target) {
        return used.add(new Used(row, target));
    }

    Map<String, Joined> joins() {
        return joins;
    }

    void carried(Use row, Source source, String target) {
        add(row, Fate.CARRIED, source, target, "");
    }

    void changed(Use row, Source source, String target, String reason) {
        add(row, Fate.CHANGED, source, target, reason);
    }

    void lost(Use row, Source source, String reason) {
        add(row, Fate.LOST, source, "", reason);
    }

    private void add(Use row, Fate fate, Source source, String target, String reason) {
        if (muted) {
            return;
        }
        lines.add(new Line(fate, source.box(), source.path(), target, reason));
        rows.add(row.row());
    }

    List<Line> lines() {
        return lines;
    }

    /** The row behind each line. */
    List<String> rows() {
        return rows;
    }
}
