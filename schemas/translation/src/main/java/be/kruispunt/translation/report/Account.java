package be.kruispunt.translation.report;

import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossReport.Line;
import java.util.ArrayList;
import java.util.List;

/** The loss report while it grows. One per translation, used by one thread. */
public final class Account {
    private static final int USUAL_LINES = 64;

    private final List<Line> lines = new ArrayList<>(USUAL_LINES);

    public void carried(String box, String source, String target) {
        lines.add(new Line(Fate.CARRIED, box, source, target, ""));
    }

    public void changed(String box, String source, String target, String reason) {
        lines.add(new Line(Fate.CHANGED, box, source, target, reason));
    }

    public void lost(String box, String source, String reason) {
        lines.add(new Line(Fate.LOST, box, source, "", reason));
    }

    public LossReport toReport(DocumentType from, DocumentType to) {
        return new LossReport(from, to, lines);
    }
}
