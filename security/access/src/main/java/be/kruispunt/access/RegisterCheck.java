package be.kruispunt.access;

import static be.kruispunt.model.outcome.Severity.ERROR;
import static be.kruispunt.model.outcome.Severity.WARNING;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what a register file asks for holds together, and with what it leaves as it stands. Every finding at once; none
 * repeats a person's number.
 */
public final class RegisterCheck {
    /** The status report and the rights question: which statuses, and which schemes, is part of the deliberation. */
    private static final Set<String> NAMING_RIGHTS = Set.of("M901", "L901");

    private final RegisterState present;
    private final RegisterEntries wanted;
    private final Set<InstitutionId> registered;
    private final List<Finding> findings = new ArrayList<>();

    private RegisterCheck(RegisterState present, RegisterEntries wanted) {
        this.present = present;
        this.wanted = wanted;
        this.registered = Stream.concat(
                        wanted.institutionsOver(present).stream().map(Institution::id), wanted.unreadable().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Every finding, in the order of the file's sections.
     *
     * @param linesOfLeftOut how many directory lines there are of each institution that the file leaves out
     */
    public static List<Finding> findings(
            RegisterState present, RegisterEntries wanted, Map<InstitutionId, Long> linesOfLeftOut) {
        var check = new RegisterCheck(present, wanted);
        check.institutions();
        check.leftOut(linesOfLeftOut);
        check.authorisations();
        check.directory();
        check.replacedNumbers();
        return List.copyOf(check.findings);
    }

    private void institutions() {
        List<Placed<Institution>> all = wanted.institutions().orElse(List.of());
        noneTwice(all, Institution::id, "institution");
        for (Placed<Institution> placed : all) {
            Institution institution = placed.value();
            boolean abroad = !institution.id().value().startsWith("BE:");
            if (abroad != (institution.network() == Network.FOREIGN)) {
                error(
                        "REGISTER-NETWORK",
                        placed,
                        "/network",
                        institution.network() + " does not go with " + institution.id(),
                        "FOREIGN is for institutions abroad, PRIMARY and SECONDARY for Belgian ones");
            }
            if (abroad && institution.sector() != 0) {
                error(
                        "REGISTER-SECTOR",
                        placed,
                        "/sector",
                        "an institution abroad has no sector of the Crossroads Bank",
                        "write sector: 0");
            }
            competences(placed);
            if (new HashSet<>(institution.accepts()).size()
                    < institution.accepts().size()) {
                error("REGISTER-TWICE", placed, "/accepts", "a document type stands twice", "keep the first");
            }
        }
    }

    private void competences(Placed<Institution> placed) {
        List<Competence> all = placed.value().competences();
        for (int i = 1; i < all.size(); i++) { // they are sorted, so what overlaps stands side by side
            Competence one = all.get(i - 1);
            Competence next = all.get(i);
            if (one.process().equals(next.process())
                    && one.role() == next.role()
                    && one.period().overlaps(next.period())) {
                error(
                        "REGISTER-TWICE",
                        placed,
                        "/competences",
                        "competence for " + one.process() + " as " + one.role() + " stands twice for the same days",
                        "keep one, or let the first end before the second begins");
            }
        }
    }

    /** Its lines would count again, unseen, once it were registered again; and no file could say what stands. */
    private void leftOut(Map<InstitutionId, Long> lines) {
        Map<InstitutionId, Long> go = RegisterDifference.removedLines(present, wanted).stream()
                .collect(Collectors.groupingBy(DirectoryLine::institution, Collectors.counting()));
        wanted.leftOut(present).stream().sorted().forEach(id -> {
            long stay = lines.getOrDefault(id, 0L) - go.getOrDefault(id, 0L);
            if (stay > 0) {
                String message = stay + " directory line(s) still name " + id;
                error(
                        "REGISTER-STILL-NAMED",
                        new Placed<>("", 0, message),
                        "/institutions",
                        message,
                        "give the institution an end (to:), or put its lines under removed-from-directory as well");
            }
        });
    }

    private void authorisations() {
        List<Placed<Authorisation>> all = wanted.authorisations().orElse(List.of());
        noneTwice(all, Authorisation::key, "authorisation");
        for (Placed<Authorisation> placed : all) {
            Authorisation authorisation = placed.value();
            isRegistered(placed, "/sender", authorisation.sender());
            isRegistered(placed, "/receiver", authorisation.receiver());
            if (authorisation.sender().equals(authorisation.receiver())) {
                error("REGISTER-SELF", placed, "/receiver", "sender and receiver are one", "name the other party");
            }
            rights(placed);
            if (authorisation.minimumPhase() > 0
                    && authorisation.senderQualities().isEmpty()
                    && authorisation.receiverQualities().isEmpty()) {
                add(
                        "REGISTER-PHASE",
                        WARNING,
                        placed,
                        "/minimum-phase",
                        "without qualities on either side the directory is not asked, and the phase has no effect",
                        "name qualities, or write minimum-phase: 0");
            }
        }
        if (wanted.authorisations().isEmpty()) {
            present.authorisations().stream()
                    .flatMap(a -> Stream.of(a.sender(), a.receiver())
                            .filter(id -> !registered.contains(id))
                            .map(id -> "authorisation " + a.number() + " still names " + id))
                    .forEach(message -> error(
                            "REGISTER-STILL-NAMED",
                            new Placed<>("", 0, message),
                            "/institutions",
                            message,
                            "give the institution an end (to:), or put the authorisations into the file as well"));
        }
    }

    private void rights(Placed<Authorisation> placed) {
        Authorisation authorisation = placed.value();
        boolean wanted = NAMING_RIGHTS.contains(authorisation.documentCode());
        if (wanted == authorisation.rights().isEmpty()) {
            error(
                    "REGISTER-RIGHTS",
                    placed,
                    "/rights",
                    wanted
                            ? "without rights " + authorisation.documentCode() + " may tell, or ask for, none"
                            : authorisation.documentCode() + " is about no right",
                    wanted ? "name the statuses, or the schemes" : "leave rights out");
        }
    }

    private void directory() {
        List<Placed<DirectoryEntry>> puts = wanted.directory();
        List<Placed<DirectoryEntry>> removals = wanted.removedFromDirectory();
        noneTwice(Stream.concat(puts.stream(), removals.stream()).toList(), RegisterCheck::key, "directory line");
        puts.forEach(
                placed -> isRegistered(placed, "/institution", placed.value().institution()));
    }

    private static Object key(DirectoryEntry line) {
        return List.of(
                line.person(),
                line.institution(),
                line.sector(),
                line.quality(),
                line.phase(),
                line.period().from());
    }

    private void replacedNumbers() {
        List<Placed<ReplacedNumber>> removals = wanted.removedReplacedNumbers();
        noneTwice(
                Stream.concat(wanted.replacedNumbers().stream(), removals.stream())
                        .toList(),
                ReplacedNumber::number,
                "replaced number");
        Map<Insz, Insz> after = new HashMap<>(present.replacedBy());
        removals.forEach(
                placed -> after.remove(placed.value().number(), placed.value().by()));
        wanted.replacedNumbers()
                .forEach(placed ->
                        after.put(placed.value().number(), placed.value().by()));
        for (Placed<ReplacedNumber> placed : wanted.replacedNumbers()) {
            if (after.containsKey(placed.value().by())) {
                error(
                        "REGISTER-REPLACED",
                        placed,
                        "/by",
                        "that number is itself, or was itself, replaced",
                        "name the person's present number");
            }
        }
    }

    private void isRegistered(Placed<?> placed, String key, InstitutionId id) {
        if (!registered.contains(id)) {
            error(
                    "REGISTER-UNKNOWN-INSTITUTION",
                    placed,
                    key,
                    id + " is not registered",
                    "put it among the institutions first");
        }
    }

    private <T> void noneTwice(List<Placed<T>> all, Function<T, Object> key, String what) {
        Map<Object, Placed<T>> seen = new HashMap<>();
        for (Placed<T> placed : all) {
            Placed<T> first = seen.putIfAbsent(key.apply(placed.value()), placed);
            if (first != null) {
                error("REGISTER-TWICE", placed, "", "the " + what + " of line " + first.line() + " again", "keep one");
            }
        }
    }

    private void error(String code, Placed<?> placed, String key, String message, String remedy) {
        add(code, ERROR, placed, key, message, remedy);
    }

    private void add(String code, Severity severity, Placed<?> placed, String key, String message, String remedy) {
        findings.add(new Finding(code, severity, "", placed.path() + key, placed.line(), message, remedy));
    }
}
