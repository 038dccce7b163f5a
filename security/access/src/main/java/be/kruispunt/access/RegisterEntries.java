package be.kruispunt.access;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a register file asks for. Its institutions are all that there shall be, and so are its authorisations; a section
 * that is absent is left as it stands. The reference directory and the replaced numbers belong to the institutions and are
 * never whole here: what stands in the file is put, and what shall go is named.
 *
 * @param institutions every institution
 * @param authorisations every authorisation
 * @param directory directory lines to put
 * @param removedFromDirectory directory lines to remove
 * @param replacedNumbers replaced numbers to put
 * @param removedReplacedNumbers those that should never have stood there
 * @param unreadable institutions that the file names without saying all about them; nothing more is said of who names them
 */
public record RegisterEntries(
        Optional<List<Placed<Institution>>> institutions,
        Optional<List<Placed<Authorisation>>> authorisations,
        List<Placed<DirectoryEntry>> directory,
        List<Placed<DirectoryEntry>> removedFromDirectory,
        List<Placed<ReplacedNumber>> replacedNumbers,
        List<Placed<ReplacedNumber>> removedReplacedNumbers,
        Set<InstitutionId> unreadable) {
    public RegisterEntries {
        institutions = institutions.map(List::copyOf);
        authorisations = authorisations.map(List::copyOf);
        directory = List.copyOf(directory);
        removedFromDirectory = List.copyOf(removedFromDirectory);
        replacedNumbers = List.copyOf(replacedNumbers);
        removedReplacedNumbers = List.copyOf(removedReplacedNumbers);
        unreadable = Set.copyOf(unreadable);
    }

    /** Every person that the file speaks of: about them the present state must be known. */
    public Set<Insz> persons() {
        return Stream.concat(
                        Stream.concat(directory.stream(), removedFromDirectory.stream())
                                .map(line -> line.value().person()),
                        Stream.concat(replacedNumbers.stream(), removedReplacedNumbers.stream())
                                .flatMap(replaced -> Stream.of(
                                        replaced.value().number(),
                                        replaced.value().by())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whom the file leaves out of its institutions, so that they go. */
    public Set<InstitutionId> leftOut(RegisterState present) {
        Set<InstitutionId> stay =
                institutionsOver(present).stream().map(Institution::id).collect(Collectors.toUnmodifiableSet());
        return present.institutions().stream()
                .map(Institution::id)
                .filter(id -> !stay.contains(id) && !unreadable.contains(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The sector of each institution that the file or the present state knows: of one that goes, that which it had. */
    Map<InstitutionId, Integer> sectors(RegisterState present) {
        Map<InstitutionId, Integer> sectors = new HashMap<>();
        present.institutions().forEach(institution -> sectors.put(institution.id(), institution.sector()));
        institutionsOver(present).forEach(institution -> sectors.put(institution.id(), institution.sector()));
        return sectors;
    }

    Collection<Institution> institutionsOver(RegisterState present) {
        return institutions.map(RegisterEntries::values).orElse(present.institutions());
    }

    static <T> List<T> values(Collection<Placed<T>> placed) {
        return placed.stream().map(Placed::value).toList();
    }
}
