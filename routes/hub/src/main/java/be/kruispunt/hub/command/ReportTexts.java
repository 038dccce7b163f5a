package be.kruispunt.hub.command;

import be.kruispunt.store.ReportStanding;
import be.kruispunt.store.RightsReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report in a file, in words. */
final class ReportTexts {
    private ReportTexts() {}

    static String name(RightsReport report) {
        return report.subject().kind() + " " + report.source().name() + " of "
                + report.subject().sender();
    }

    /** How it stands. */
    static String text(ReportStanding each, Instant now) {
        String what = name(each.report()) + ": " + each.lines() + " of "
                + each.report().source().lines() + " line(s), " + each.refused() + " not taken, ";
        if (each.delivered().isPresent()) {
            return what + "done and told at " + each.delivered().get();
        }
        if (each.ended().isPresent()) {
            return what + "done, not told yet: may the hub write in its sender's folder?";
        }
        Instant latest = each.latest().orElse(each.report().arrived());
        return what + RunTexts.underWay(latest, now, "KP5110");
    }

    /** Whether nothing has come of it for too long, though it is not told. */
    static boolean isStuck(ReportStanding each, Instant now) {
        Instant latest = each.ended().or(each::latest).orElse(each.report().arrived());
        return each.delivered().isEmpty() && RunTexts.isLongAgo(latest, now);
    }

    static Map<String, Object> json(ReportStanding each) {
        var json = new LinkedHashMap<String, Object>();
        RightsReport report = each.report();
        json.put("report", report.ticket().toString());
        json.put("kind", report.subject().kind().name());
        json.put("sender", report.subject().sender().value());
        json.put("legalContext", report.subject().purpose().value());
        json.put("name", report.source().name());
        json.put("arrived", report.arrived().toString());
        json.put("lines", report.source().lines());
        json.put("done", each.lines());
        json.put("refused", each.refused());
        each.latest().ifPresent(at -> json.put("latest", at.toString()));
        each.ended().ifPresent(at -> json.put("ended", at.toString()));
        each.delivered().ifPresent(at -> json.put("delivered", at.toString()));
        return json;
    }
}
