package be.kruispunt.hub.command;

import be.kruispunt.access.Authorisation;
import be.kruispunt.broker.DeadLetters;
import be.kruispunt.broker.DeadLetters.DeadLetter;
import be.kruispunt.broker.HubConnections;
import be.kruispunt.buffer.RightsRules;
import be.kruispunt.buffer.SourceWatch;
import be.kruispunt.buffer.SourceWatch.Source;
import be.kruispunt.hub.Settings;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.Askers;
import be.kruispunt.store.Curiosity;
import be.kruispunt.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How sources, suppliers and their messages stand, for the operator. */
record RightsStanding(DataOption data, Settings settings, Store store, Instant now) {
    private static final List<String> TO_THE_HUB = List.of("M901", "M902", "M903", "L901");
    private static final String ANSWER = "N901";

    private RightsRules rules() {
        return settings.rights().rules(settings.hub());
    }

    StatusPart sources() {
        List<Source> sources = new SourceWatch(rules(), settings.schemes(), store).sources(now);
        return new StatusPart(
                "sources",
                sources.stream()
                        .map(source -> source.id() + "  reported " + reported(source))
                        .toList(),
                sources.stream().filter(Source::late).map(this::seeTo).toList(),
                sources.stream().map(RightsStanding::json).toList());
    }

    private static String reported(Source source) {
        return source.reported().map(Instant::toString).orElse("never");
    }

    private String seeTo(Source source) {
        return source.id() + " is late (more than " + rules().lateAfter().toDays() + " days, last report "
                + reported(source) + "): nobody is told no for what it may not have told yet. Ask it to report, if only"
                + " that nothing changed; or end its authorisation: " + data.hint("register", "show");
    }

    private static Map<String, Object> json(Source source) {
        var json = new LinkedHashMap<String, Object>();
        json.put("source", source.id().value());
        source.reported().ifPresent(last -> json.put("reported", last.toString()));
        json.put("late", source.late());
        return json;
    }

    /** Messages to the hub on which a step broke, and answers that were given back. */
    StatusPart failed() {
        Optional<List<DeadLetter>> letters = letters();
        if (letters.isEmpty()) {
            return new StatusPart(
                    "failed", List.of("not known: no hub runs here; " + data.hint("start")), List.of(), List.of());
        }
        Set<InstitutionId> parties = parties();
        List<DeadLetter> own = letters.get().stream()
                .filter(letter -> letter.receiver().isPresent()
                        ? letter.document().filter(ANSWER::equals).isPresent()
                        : letter.user().filter(parties::contains).isPresent())
                .toList();
        return new StatusPart(
                "failed",
                own.stream().map(RightsStanding::line).toList(),
                own.stream()
                        .map(letter -> letter.id() + ": " + data.hint("dead-letters", "--retry", letter.id()))
                        .toList(),
                own.stream().map(RightsStanding::json).toList());
    }

    private Optional<List<DeadLetter>> letters() {
        try {
            return Optional.of(new DeadLetters(
                            HubConnections.remote(data.brokerUri(), data.trust().hubTls()))
                    .list());
        } catch (NotRunning e) {
            return Optional.empty();
        }
    }

    private Set<InstitutionId> parties() {
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Europe/Brussels"));
        return TO_THE_HUB.stream()
                .flatMap(document -> store.register().forDocument(document, settings.hub(), today))
                .map(Authorisation::sender)
                .collect(Collectors.toSet());
    }

    private static String line(DeadLetter letter) {
        return letter.id() + "  " + whose(letter) + ", since " + letter.failedAt() + ": " + letter.cause();
    }

    private static String whose(DeadLetter letter) {
        return letter.receiver()
                .map(receiver -> ANSWER + " for " + receiver)
                .orElseGet(
                        () -> "from " + letter.user().map(InstitutionId::value).orElse("nobody"));
    }

    private static Map<String, Object> json(DeadLetter letter) {
        return Map.of(
                "id", letter.id(),
                "whose", whose(letter),
                "since", letter.failedAt().toString(),
                "cause", letter.cause());
    }

    StatusPart suppliers() {
        List<Askers.Standing> counted = store.rights().askers().standing(rules().limits()).stream()
                .filter(asker -> !asker.counted().isEmpty() || asker.stopped().isPresent())
                .toList();
        return new StatusPart(
                "suppliers",
                counted.stream()
                        .map(asker -> asker.supplier() + "  " + why(asker))
                        .toList(),
                counted.stream().flatMap(this::seeTo).toList(),
                counted.stream().map(RightsStanding::json).toList());
    }

    private static String why(Askers.Standing asker) {
        return new EnumMap<>(asker.counted())
                .entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey().meaning())
                        .collect(Collectors.joining("; "));
    }

    private Stream<String> seeTo(Askers.Standing asker) {
        String release = data.hint("rights", "release", asker.supplier().value());
        Stream<String> limits = asker
                .stopped()
                .map(since -> "its questions are refused since " + since + "; when it has been talked with: " + release)
                .or(() -> asker.alerted()
                        .map(since -> "curious since " + since + ", stopped at "
                                + rules().limits().stopAt() + "; to begin its count anew: " + release))
                .stream();
        return Stream.concat(limits, registrations(asker, release)).map(text -> asker.supplier() + ": " + text);
    }

    private Stream<String> registrations(Askers.Standing asker, String release) {
        return Stream.of(
                        Map.entry(Curiosity.UNKNOWN_NUMBER, rules().limits().unknownAlertAt()),
                        Map.entry(Curiosity.NEW_NUMBER, rules().limits().newAlertAt()),
                        Map.entry(Curiosity.UNFOUND_NAME, rules().limits().unfoundAlertAt()))
                .filter(limit -> asker.counted().getOrDefault(limit.getKey(), 0L) >= limit.getValue())
                .map(limit -> "many customers " + limit.getKey().meaning() + "; if that is in order: " + release);
    }

    private static Map<String, Object> json(Askers.Standing asker) {
        var json = new LinkedHashMap<String, Object>();
        json.put("supplier", asker.supplier().value());
        json.put(
                "counted",
                asker.counted().entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue)));
        asker.alerted().ifPresent(since -> json.put("alerted", since.toString()));
        asker.stopped().ifPresent(since -> json.put("stopped", since.toString()));
        return json;
    }

    /** Whose numbers replaced one another a hub at work derives by itself, and within seconds; everybody only when it is told to. */
    StatusPart due() {
        long due = store.rights().audit().due();
        boolean everybody =
                !store.rights().derivedBy().isDone(settings.schemes().fingerprint());
        return new StatusPart(
                "due",
                due == 0
                        ? List.of()
                        : List.of(due + " person(s) whose numbers replaced one another; a hub at work derives them: "
                                + data.hint("start")),
                everybody
                        ? List.of("the schemes changed, and until everybody is derived by them whoever nothing is"
                                + " reported of is answered by what others gave him; start the hub with them,"
                                + " then: "
                                + data.hint("rights", "derive"))
                        : List.of(),
                List.of(Map.of("persons", due, "everybody", everybody)));
    }
}
