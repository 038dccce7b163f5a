package be.kruispunt.hub.command;

import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.LossReport.Fate;
import java.util.ArrayList;
import java.util.List;

/** A loss report in lines for a person: what was changed or lost box by box, what was carried as a count. */
public final class LossReports {
    private LossReports() {}

    /** The lines; the first sums up. */
    public static List<String> lines(LossReport report) {
        var lines = new ArrayList<String>();
        lines.add("loss report " + report.from() + " -> " + report.to() + ": "
                + report.count(Fate.CARRIED) + " carried, "
                + report.count(Fate.CHANGED) + " changed, "
                + report.count(Fate.LOST) + " lost");
        for (Fate fate : List.of(Fate.CHANGED, Fate.LOST)) {
            report.with(fate).stream()
                    .map(line -> "  " + fate + " box " + line.box() + ": " + line.reason())
                    .distinct()
                    .forEach(lines::add);
        }
        return lines;
    }

    /** One filled box, on a line. */
    public static String line(LossReport.Line line) {
        String target = line.target().isEmpty() ? "" : " -> " + line.target();
        return line.fate() + " box " + line.box() + ": " + line.source() + target
                + (line.reason().isEmpty() ? "" : " (" + line.reason() + ")");
    }
}
