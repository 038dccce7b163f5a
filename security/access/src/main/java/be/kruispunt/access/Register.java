package be.kruispunt.access;

import be.kruispunt.model.id.InstitutionId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Institutions and authorisations at one moment. Immutable; a change gives a new one, with a higher version. */
public final class Register {
    private record SenderAndDocument(InstitutionId sender, String documentCode) {}

    private final long version;
    private final Map<InstitutionId, Institution> institutions;
    private final Map<SenderAndDocument, List<Authorisation>> authorisations;
    private final Map<String, List<Authorisation>> byDocument;

    /** A register of version 0: one that stands nowhere. */
    public Register(Collection<Institution> institutions, Collection<Authorisation> authorisations) {
        this(0, institutions, authorisations);
    }

    public Register(long version, Collection<Institution> institutions, Collection<Authorisation> authorisations) {
        this.version = version;
        this.institutions =
                institutions.stream().collect(Collectors.toUnmodifiableMap(Institution::id, Function.identity()));
        this.authorisations = new HashMap<>(authorisations.stream()
                .collect(Collectors.groupingBy(a -> new SenderAndDocument(a.sender(), a.documentCode()))));
        this.byDocument =
                new HashMap<>(authorisations.stream().collect(Collectors.groupingBy(Authorisation::documentCode)));
    }

    /** Which register it is: what was decided by it can be explained by this number. */
    public long version() {
        return version;
    }

    /** Every registered institution, active or not. */
    public Collection<Institution> institutions() {
        return institutions.values();
    }

    /** The institution, if it is registered and active on this day. */
    public Optional<Institution> active(InstitutionId id, LocalDate on) {
        return Optional.ofNullable(institutions.get(id))
                .filter(institution -> institution.active().covers(on));
    }

    /** On which authorisations active institutions may send this document to this receiver on this day. */
    public Stream<Authorisation> forDocument(String documentCode, InstitutionId receiver, LocalDate on) {
        return byDocument.getOrDefault(documentCode, List.of()).stream()
                .filter(authorisation -> authorisation.receiver().equals(receiver)
                        && authorisation.period().covers(on)
                        && active(authorisation.sender(), on).isPresent());
    }

    List<Authorisation> authorisations(InstitutionId sender, String documentCode, LocalDate on) {
        return authorisations.getOrDefault(new SenderAndDocument(sender, documentCode), List.of()).stream()
                .filter(authorisation -> authorisation.covers(sender, documentCode, on))
                .toList();
    }
}
