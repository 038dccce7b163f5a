package be.kruispunt.hub.command;

import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.store.RightsRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run in words. */
final class RunTexts {
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
                        "register the institution, and what it is competent for (hub register apply)";
                    case NOT_AUTHORISED, PURPOSE_NOT_ALLOWED ->
                        "register its deliberation, or remove the subscription (hub rights subscribe --remove)";
                    case PERSON_NOT_NAMED, NOT_INTEGRATED, NUMBER_REPLACED ->
                        "its deliberation asks the directory of each person: let it ask by number, one question at a"
                                + " time";
                    case DAY_TOO_LONG_AGO -> "ask for a later day, or raise rights.days-back";
                    case STOPPED ->
                        "look at it, then: hub rights release " + run.subject().asker();
                };
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
