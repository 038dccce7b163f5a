package be.kruispunt.hub.command;

import be.kruispunt.hub.text.ShellLine;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RunStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run in words. */
final class RunTexts {
    /** After so long without a page, somebody is to look. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    private RunTexts() {}

    static String name(RightsRun run) {
        return run.subject().kind() + " " + run.name() + " of " + run.subject().asker() + " for "
                + run.subject().scheme();
    }

    static String refused(RightsRun run) {
        Reason reason = run.grounds().refused().orElseThrow();
        return name(run) + ": refused, " + reason.meaning() + "; "
                + switch (reason) {
                    case UNKNOWN_ASKER, NO_RIGHTS_HERE, NOT_COMPETENT ->
                        "register the institution, and what it is competent for: "
                                + ShellLine.hub("register", "apply", "register.yaml");
                    case NOT_AUTHORISED, PURPOSE_NOT_ALLOWED ->
                        "register its deliberation, or remove the subscription: "
                                + ShellLine.hub(
                                        "rights",
                                        "subscribe",
                                        run.subject().asker().value(),
                                        "--scheme",
                                        run.subject().scheme().value(),
                                        "--purpose",
                                        run.subject().purpose().value(),
                                        "--remove");
                    case PERSON_NOT_NAMED, NOT_INTEGRATED, NUMBER_REPLACED ->
                        "its deliberation asks the directory of each person: let it ask by number, one question at a"
                                + " time";
                    case DAY_TOO_LONG_AGO -> "ask for a later day, or raise rights.days-back";
                    case STOPPED ->
                        "look at it, then: "
                                + ShellLine.hub(
                                        "rights",
                                        "release",
                                        run.subject().asker().value());
                };
    }

    /** How it stands, and what to do where it does not go on. */
    static String standing(RunStanding each, Instant now) {
        if (each.run().grounds().refused().isPresent()) {
            return refused(each.run());
        }
        String what = name(each.run()) + ": " + each.lines() + " line(s), " + each.strangers() + " about strangers, ";
        if (each.delivered().isPresent()) {
            return what + "answered and delivered at " + each.delivered().get();
        }
        if (each.ended().isPresent()) {
            return what + "answered, not delivered yet: may the hub write in the supplier's folder?";
        }
        return what + underWay(latest(each), now, "KP5106");
    }

    /** What goes on page by page, and what to do where nothing has come for too long; {@code event}: what the log says then. */
    static String underWay(Instant latest, Instant now, String event) {
        return "under way, the last page at " + latest
                + (isLongAgo(latest, now)
                        ? "; nothing since: does the hub run with batch.folder? its log says why (" + event + ")"
                        : "");
    }

    /** Whether nothing has come of it for too long, though it is not delivered. */
    static boolean isStuck(RunStanding each, Instant now) {
        return each.run().grounds().refused().isEmpty()
                && each.delivered().isEmpty()
                && isLongAgo(each.ended().orElseGet(() -> latest(each)), now);
    }

    /** Whether what has not gone on since then does not go on by itself. */
    static boolean isLongAgo(Instant latest, Instant now) {
        return latest.plus(STUCK).isBefore(now);
    }

    private static Instant latest(RunStanding each) {
        return each.latest().orElse(each.run().started());
    }

    static Map<String, Object> json(RunStanding each) {
        Map<String, Object> json = json(each.run());
        json.put("started", each.run().started().toString());
        json.put("lines", each.lines());
        json.put("strangers", each.strangers());
        each.latest().ifPresent(at -> json.put("latest", at.toString()));
        each.ended().ifPresent(at -> json.put("ended", at.toString()));
        each.delivered().ifPresent(at -> json.put("delivered", at.toString()));
        return json;
    }

    static Map<String, Object> json(RightsRun run) {
        var json = new LinkedHashMap<String, Object>();
        json.put("run", run.id().toString());
        json.put("kind", run.subject().kind().name());
        json.put("supplier", run.subject().asker().value());
        json.put("scheme", run.subject().scheme().value());
        json.put("legalContext", run.subject().purpose().value());
        json.put("name", run.name());
        json.put("day", run.subject().day().toString());
        json.put("known", run.moment().known().toString());
        run.grounds().refused().ifPresent(reason -> json.put("refused", reason.name()));
        return json;
    }
}
