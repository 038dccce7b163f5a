package be.kruispunt.model.rights;

import be.kruispunt.model.id.Insz;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an institution says to the hub itself about social rights. The lines stand in the order of the message. */
public sealed interface RightsMessage {
    /** How many lines can be taken or refused by themselves. */
    int size();

    /** Of an authentic source (M901). */
    record StatusReport(List<StatusChange> changes) implements RightsMessage {
        public StatusReport {
            changes = List.copyOf(changes);
        }

        @Override
        public int size() {
            return changes.size();
        }
    }

    /**
     * Of the National Register (M902).
     *
     * @param deaths day of death; empty: he lives, and what was told before was wrong
     * @param identities the names of persons, each as a whole
     */
    record HouseholdReport(
            List<Household> households, Map<Insz, Optional<LocalDate>> deaths, List<PersonIdentity> identities)
            implements RightsMessage {
        public HouseholdReport {
            households = List.copyOf(households);
            deaths = Collections.unmodifiableMap(new LinkedHashMap<>(deaths));
            identities = List.copyOf(identities);
        }

        @Override
        public int size() {
            return households.size() + deaths.size() + identities.size();
        }
    }

    /** Of a supplier (M903). */
    record CustomerReport(List<CustomerChange> changes) implements RightsMessage {
        public CustomerReport {
            changes = List.copyOf(changes);
        }

        @Override
        public int size() {
            return changes.size();
        }
    }

    /**
     * Of a supplier (L901). With whom it comes from, and for which purpose, it is a {@link RightsQuestion}.
     *
     * @param scheme which right
     * @param day on which day
     * @param persons about whom
     */
    record Question(SchemeCode scheme, LocalDate day, List<AskedPerson> persons) implements RightsMessage {
        public Question {
            persons = List.copyOf(persons);
        }

        @Override
        public int size() {
            return persons.size();
        }
    }
}
