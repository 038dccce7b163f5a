package be.kruispunt.hub.command;

import be.kruispunt.hub.view.CaseText;
import be.kruispunt.model.cases.BusinessProcess;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.CaseRules;
import be.kruispunt.model.cases.CaseRules.Attempt;
import be.kruispunt.model.cases.Participant;
import be.kruispunt.model.cases.Permission;
import be.kruispunt.model.id.InstitutionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Where a case stands: what each participant may send next, and why nothing else. */
final class CaseStanding {
    private final CaseFile file;
    private final Optional<BusinessProcess> process;
    private final CaseWords words;

    CaseStanding(CaseFile file, Optional<BusinessProcess> process, CaseWords words) {
        this.file = file;
        this.process = process;
        this.words = words;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("case " + file.id() + "  " + file.process()
                + process.map(known -> "  " + known.name()).orElse(""));
        file.closesAt().ifPresent(at -> lines.add("  " + words.say("closes", at)));
        lines.add("  " + words.say("participants"));
        file.participants().forEach(one -> lines.add("    " + line(one)));
        lines.add("  " + words.say("history"));
        lines.addAll(events(file, words));
        process.ifPresentOrElse(
                known -> lines.addAll(nextLines(known)), () -> lines.add("  " + words.say("unknown-process")));
        return lines;
    }

    private String line(Participant one) {
        return one.institution() + "  " + words.say(one.role().name())
                + one.left()
                        .flatMap(file::event)
                        .map(event -> ", " + words.say("left", event.act(), event.at()))
                        .orElse("");
    }

    private List<String> nextLines(BusinessProcess known) {
        var lines = new ArrayList<String>();
        lines.add("  " + words.say("next"));
        for (InstitutionId by : active()) {
            List<String> next = new CaseRules(known).next(file, by);
            lines.add("    " + by + "  " + (next.isEmpty() ? words.say("nothing") : String.join(", ", next)));
        }
        lines.add("  " + words.say("refused"));
        for (InstitutionId by : active()) {
            var byReason = new LinkedHashMap<String, List<String>>();
            refused(known, by)
                    .forEach((act, why) -> byReason.computeIfAbsent(words.reason(why), none -> new ArrayList<>())
                            .add(act));
            byReason.forEach((why, acts) -> lines.add("    " + by + "  " + String.join(", ", acts) + ": " + why));
        }
        return lines;
    }

    /** Everything of the process that this participant may not send now, and why. */
    private Map<String, Permission> refused(BusinessProcess known, InstitutionId by) {
        var acts = new TreeSet<>(known.everyAct(CaseRole.CASE_OWNER));
        acts.addAll(known.everyAct(CaseRole.COUNTERPARTY));
        var refused = new LinkedHashMap<String, Permission>();
        for (String act : acts) {
            Permission permission = new CaseRules(known).ask(file, Attempt.of(by, act));
            if (!permission.isAllowed()) {
                refused.put(act, permission);
            }
        }
        return refused;
    }

    private List<InstitutionId> active() {
        return file.participants().stream()
                .filter(Participant::takesPart)
                .map(Participant::institution)
                .toList();
    }

    Map<String, Object> json() {
        Map<String, Object> map = CaseText.json(file);
        process.ifPresent(known -> {
            map.put("name", known.name());
            map.put("next", active().stream().map(by -> json(known, by)).toList());
        });
        return map;
    }

    private Map<String, Object> json(BusinessProcess known, InstitutionId by) {
        var map = new LinkedHashMap<String, Object>();
        map.put("institution", by.value());
        map.put("allowed", new CaseRules(known).next(file, by));
        var refused = new LinkedHashMap<String, Object>();
        refused(known, by)
                .forEach((act, why) ->
                        refused.put(act, Map.of("code", why.getClass().getSimpleName(), "reason", words.reason(why))));
        map.put("refused", refused);
        return map;
    }

    private static List<String> events(CaseFile file, CaseWords words) {
        return file.events().stream()
                .map(event -> "    %d  %s  %-7s %s  %s"
                        .formatted(
                                CaseText.number(file, event),
                                event.at(),
                                event.act(),
                                words.say("sent", event.by(), words.list(event.to()))
                                        + event.about()
                                                .flatMap(file::event)
                                                .map(about -> words.say("about", CaseText.number(file, about)))
                                                .orElse(""),
                                event.ticket()))
                .toList();
    }
}
