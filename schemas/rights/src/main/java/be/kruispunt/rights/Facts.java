package be.kruispunt.rights;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is known of some persons and of everybody who ever lived with them: all that their rights follow from. A person is one,
 * whatever numbers he had: what was told under a number that was replaced is told of the present one.
 */
public final class Facts {
    /** A period in a household. */
    private record Stay(Household household, Days days) {}

    private final Map<Insz, Insz> replacedBy;
    private final Map<Insz, PersonFacts> persons = new HashMap<>();
    private final Map<Insz, List<Stay>> stays = new HashMap<>();

    /**
     * @param persons facts by number
     * @param households those of the persons, with all their members
     * @param replacedBy number to the number that replaced it
     */
    public Facts(Collection<PersonFacts> persons, Collection<Household> households, Map<Insz, Insz> replacedBy) {
        this.replacedBy = Map.copyOf(replacedBy);
        for (PersonFacts each : persons) {
            Insz present = present(each.person());
            var born =
                    each.born().filter(any -> each.person().equals(present)); // a former one may be why it was replaced
            PersonFacts facts = new PersonFacts(present, born, each.died(), each.statuses());
            this.persons.merge(present, facts, PersonFacts::and);
        }
        for (Household household : households) {
            for (HouseholdMember member : household.members()) {
                stays.computeIfAbsent(present(member.person()), any -> new ArrayList<>(1))
                        .add(new Stay(household, Days.of(member.valid())));
            }
        }
    }

    /** The number that a person has now. */
    public Insz present(Insz number) {
        Insz present = number;
        for (int replaced = 0; replaced <= replacedBy.size(); replaced++) {
            Insz next = replacedBy.get(present);
            if (next == null) {
                return present;
            }
            present = next;
        }
        return number;
    }

    /** Everybody whose rights may follow from what is known of these persons: they, and who ever lived with them. */
    public Set<Insz> affectedBy(Collection<Insz> changed) {
        var affected = new HashSet<Insz>();
        for (Insz number : changed) {
            Insz person = present(number);
            affected.add(person);
            staysOf(person).forEach(stay -> stay.household().members().stream()
                    .map(member -> present(member.person()))
                    .forEach(affected::add));
        }
        return affected;
    }

    /** When a person was born, as far as it is known. */
    public Optional<BirthDate> birth(Insz number) {
        return of(present(number)).birth();
    }

    PersonFacts of(Insz person) {
        PersonFacts known = persons.get(person);
        return known == null ? PersonFacts.of(person) : known;
    }

    /** A period in which somebody lives with a person. */
    record Together(PersonFacts other, Days days) {}

    /** Whom a person lives with, and when. */
    void livingWith(Insz person, Consumer<Together> reader) {
        for (Stay stay : staysOf(person)) {
            for (HouseholdMember member : stay.household().members()) {
                Insz other = present(member.person());
                if (!other.equals(person)) {
                    Days days = stay.days().and(Days.of(member.valid()));
                    if (!days.isEmpty()) {
                        reader.accept(new Together(of(other), days));
                    }
                }
            }
        }
    }

    private List<Stay> staysOf(Insz person) {
        return stays.getOrDefault(person, List.of());
    }
}
