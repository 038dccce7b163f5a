package be.kruispunt.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.StatusCode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schemes that the hub knows, in all their versions: those that come with it, and those of a folder of the operator's. Read
 * when made, and refused where something is wrong.
 */
public final class Schemes {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Map<StatusCode, StatusKind> statuses;
    private final List<Scheme> schemes;

    Schemes(Map<StatusCode, StatusKind> statuses, List<Scheme> schemes) {
        this.statuses = Map.copyOf(statuses);
        this.schemes = List.copyOf(schemes);
    }

    /** Those that come with the hub. */
    public static Schemes standard() {
        return new SchemeReader(List.of(SchemeShelf.archive())).read();
    }

    /**
     * These, and those of a folder, which need not be there: {@code municipal-sports/2026.yaml}.
     *
     * @throws FolderRefused when a file is no scheme, or has a version that comes with the hub
     */
    public static Schemes with(Path folder) {
        return new SchemeReader(List.of(SchemeShelf.archive(), SchemeShelf.in(folder))).read();
    }

    /** The same where the same rights follow from the same facts; whatever the files say beside that. */
    public String fingerprint() {
        String rules =
                schemes.stream().map(Scheme::rules).collect(Collectors.joining("\n", Derivation.MANNER + "\n", ""));
        return Digest.of(rules.getBytes(UTF_8)).hex();
    }

    /** Every version of every scheme, by code and first day. */
    public List<Scheme> all() {
        return schemes;
    }

    public Stream<SchemeCode> codes() {
        return schemes.stream().map(Scheme::code).distinct();
    }

    public boolean has(SchemeCode code) {
        return schemes.stream().anyMatch(scheme -> scheme.code().equals(code));
    }

    /** The version that is in force on a day. */
    public Optional<Scheme> inForce(SchemeCode code, LocalDate day) {
        return schemes.stream()
                .filter(scheme -> scheme.code().equals(code) && scheme.valid().contains(day))
                .findFirst();
    }

    /** Until when an answer of this moment is kept. */
    public Instant keptUntil(SchemeCode code, Instant answered) {
        ZonedDateTime at = answered.atZone(BRUSSELS);
        return at.plus(inForce(code, at.toLocalDate()).map(Scheme::keep).orElse(Scheme.KEPT))
                .toInstant();
    }

    /** Whether counters take codes for this right on a day. */
    public boolean atCounters(SchemeCode code, LocalDate day) {
        return inForce(code, day).filter(Scheme::counter).isPresent();
    }

    /** Every kind of status that there is. */
    public Collection<StatusKind> statuses() {
        return statuses.values();
    }

    public Optional<StatusKind> status(StatusCode code) {
        return Optional.ofNullable(statuses.get(code));
    }

    /**
     * The day up to which all must be known for a no of this day: the check day before it, or the last day whose decisions give a
     * right from its quarter or its month on, or the day itself.
     */
    public LocalDate looksAt(SchemeCode code, LocalDate day) {
        return inForce(code, day)
                .map(scheme -> Days.date(scheme.grant().settled(Days.number(day))))
                .orElse(day);
    }

    /** From which statuses the right follows on a day, by the file alone. */
    public Set<StatusCode> statuses(SchemeCode code, LocalDate day) {
        return inForce(code, day).stream()
                .flatMap(scheme -> scheme.lines().stream())
                .filter(SchemeLine::automatic)
                .flatMap(line -> line.statuses().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What may be said of a person's right on a day.
     *
     * @param rights the person's; those of other schemes are passed over
     * @param today beyond what can be decided by now nothing is said
     */
    public Determination determine(SchemeCode code, Collection<DerivedRight> rights, LocalDate day, LocalDate today) {
        return inForce(code, day)
                .map(scheme -> new Told(scheme.grant(), Days.number(day), Days.number(today))
                        .by(rights.stream()
                                .filter(right -> right.scheme().equals(code))
                                .toList()))
                .orElse(Determination.UNKNOWN);
    }
}
