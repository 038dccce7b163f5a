package be.kruispunt.buffer;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Register;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.rights.Schemes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who reports what rights follow from: whom the register authorises to report one of a scheme's statuses (M901), and the registers
 * of persons (M902), on whose households and deaths every right rests.
 */
public final class Sources {
    private static final String STATUSES = "M901";
    private static final String PERSONS = "M902";

    private final InstitutionId hub;
    private final Schemes schemes;
    private final WhileItStands<Version, Set<InstitutionId>> known = new WhileItStands<>();

    /** A version of a scheme; there are few. */
    private record Version(SchemeCode scheme, String version) {}

    public Sources(InstitutionId hub, Schemes schemes) {
        this.hub = hub;
        this.schemes = schemes;
    }

    /** Every source that the register knows on a day, of whatever scheme. */
    public Set<InstitutionId> all(Register register, LocalDate today) {
        return Stream.concat(ofStatuses(register, today, any -> true), ofPersons(register, today))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Up to when all sources of a scheme had reported. The same for every person, so that it tells nothing of where one is known. Empty
     * where the register knows no source of its statuses.
     *
     * @param day the day that is asked for
     * @param reported when each source reported last
     */
    Optional<Instant> asOf(
            SchemeCode scheme,
            LocalDate day,
            Register register,
            Map<InstitutionId, Instant> reported,
            LocalDate today) {
        return schemes.inForce(scheme, day)
                .map(found -> new Version(scheme, found.version()))
                .flatMap(version -> known.of(
                        register, today, version, _ -> sources(schemes.statuses(scheme, day), register, today)))
                .flatMap(sources -> sources.stream()
                        .map(source -> reported.getOrDefault(source, Freshness.NEVER))
                        .min(Instant::compareTo));
    }

    /** Who reports one of these statuses, and who reports persons; empty where nobody does the former. */
    private Optional<Set<InstitutionId>> sources(Set<StatusCode> statuses, Register register, LocalDate today) {
        Set<String> codes = statuses.stream().map(StatusCode::value).collect(Collectors.toUnmodifiableSet());
        Set<InstitutionId> ofThem = ofStatuses(
                        register, today, each -> each.rights().stream().anyMatch(codes::contains))
                .collect(Collectors.toUnmodifiableSet());
        return ofThem.isEmpty()
                ? Optional.empty()
                : Optional.of(Stream.concat(ofThem.stream(), ofPersons(register, today))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Stream<InstitutionId> ofStatuses(Register register, LocalDate today, Predicate<Authorisation> wanted) {
        return register.forDocument(STATUSES, hub, today).filter(wanted).map(Authorisation::sender);
    }

    private Stream<InstitutionId> ofPersons(Register register, LocalDate today) {
        return register.forDocument(PERSONS, hub, today).map(Authorisation::sender);
    }
}
