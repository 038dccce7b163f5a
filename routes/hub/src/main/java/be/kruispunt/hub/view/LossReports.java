package be.kruispunt.hub.view;

import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a translation changed and lost, in lines for a person: each reason once with its boxes, what was carried as a count. */
public final class LossReports {
    private LossReports() {}

    /** The lines; the first sums up. */
    public static List<String> lines(LossSummary loss) {
        var lines = new ArrayList<String>();
        lines.add("loss report " + from(loss) + " -> " + loss.to() + ": "
                + loss.count(Fate.CARRIED) + " carried, "
                + loss.count(Fate.CHANGED) + " changed, "
                + loss.count(Fate.LOST) + " lost");
        for (Fate fate : List.of(Fate.CHANGED, Fate.LOST)) {
            loss.reasons().stream()
                    .filter(reason -> reason.fate() == fate)
                    .map(LossReports::line)
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String from(LossSummary loss) {
        return loss.from().stream().map(DocumentType::toString).collect(Collectors.joining(" + "));
    }

    /** One filled box, on a line. */
    public static String line(LossReport.Line line) {
        String target = line.target().isEmpty() ? "" : " -> " + line.target();
        return line.fate() + " box " + line.box() + ": " + line.source() + target
                + (line.reason().isEmpty() ? "" : " (" + line.reason() + ")");
    }

    private static String line(LossSummary.Reason reason) {
        return "  " + reason.fate() + (reason.boxes().size() == 1 ? " box " : " boxes ")
                + String.join(" ", reason.boxes()) + ": " + reason.reason();
    }
}
