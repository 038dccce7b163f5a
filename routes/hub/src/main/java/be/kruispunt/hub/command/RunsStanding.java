package be.kruispunt.hub.command;

import be.kruispunt.buffer.ConsiderQuestion;
import be.kruispunt.hub.Settings;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.RunKind;
import be.kruispunt.store.RunStanding;
import be.kruispunt.store.Store;
import be.kruispunt.store.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the runs of those stand who are told without asking, for the operator: he sees why a run that is due does not begin. */
record RunsStanding(DataOption data, Settings settings, Store store, Instant now) {
    private static final int MOST = 1_000;

    /** A subscription that counts today, and its latest run. */
    private record Told(Subscription subscription, Optional<RunStanding> latest) {
        Optional<RightsRun> refused() {
            return latest.map(RunStanding::run)
                    .filter(run -> run.grounds().refused().isPresent());
        }
    }

    StatusPart part() {
        LocalDate today = LocalDate.ofInstant(now, ConsiderQuestion.BRUSSELS);
        RightsRuns runs = store.runs();
        List<Told> told = runs.subscriptions().on(today).stream()
                .map(each -> new Told(each, runs.latestOf(each)))
                .toList();
        return new StatusPart(
                "subscriptions",
                told.stream().map(this::line).toList(),
                Stream.of(nowhere(told).stream(), told.stream().flatMap(each -> seeTo(each).stream()), files(runs))
                        .flatMap(seeTo -> seeTo)
                        .toList(),
                told.stream().map(this::json).toList());
    }

    private String line(Told each) {
        return each.latest()
                .map(latest -> RunTexts.standing(latest, now))
                .orElseGet(() -> each.subscription().supplier() + " for "
                        + each.subscription().scheme() + ": no run yet; a hub at work begins it within seconds");
    }

    /** Without a folder a hub begins no run, and says nothing of it. */
    private Optional<String> nowhere(List<Told> told) {
        return told.isEmpty() || settings.batchFolder().isPresent()
                ? Optional.empty()
                : Optional.of("subscriptions are not served, for results have no place to go: set batch.folder in "
                        + data.folder().settings() + " and start the hub again");
    }

    private Optional<String> seeTo(Told each) {
        return each.refused()
                .map(run -> RunTexts.refused(run) + ". " + again(run))
                .or(() -> each.latest()
                        .filter(latest -> RunTexts.isStuck(latest, now))
                        .map(latest -> RunTexts.standing(latest, now)));
    }

    private String again(RightsRun run) {
        return run.subject().kind() == RunKind.QUARTER
                ? "It begins by itself when that is mended; at once by: "
                        + data.hint(
                                "rights",
                                "run",
                                "--quarter",
                                run.name(),
                                "--supplier",
                                run.subject().asker().value())
                : "It begins by itself when that is mended, and loses no change";
    }

    /** Files that were taken, of questions and of reports, and do not go on. */
    private Stream<String> files(RightsRuns runs) {
        Stream<String> asked = runs.standing(MOST).stream()
                .filter(each -> each.run().subject().kind() == RunKind.FILE
                        && each.run().expires().isAfter(now)
                        && RunTexts.isStuck(each, now))
                .map(each -> RunTexts.standing(each, now));
        Stream<String> told = runs.reports().standing(MOST).stream()
                .filter(each -> ReportTexts.isStuck(each, now))
                .map(each -> ReportTexts.text(each, now));
        return Stream.concat(asked, told);
    }

    private Map<String, Object> json(Told each) {
        var json = new LinkedHashMap<String, Object>();
        json.put("supplier", each.subscription().supplier().value());
        json.put("scheme", each.subscription().scheme().value());
        json.put("legalContext", each.subscription().purpose().value());
        each.latest().ifPresent(latest -> json.put("latest", RunTexts.json(latest)));
        return json;
    }
}
