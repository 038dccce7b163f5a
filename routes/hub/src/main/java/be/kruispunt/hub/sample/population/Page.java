package be.kruispunt.hub.sample.population;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.StatusChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Some hundred households as they are made, with what is told of them. Filled once, by {@link Population}. */
public final class Page {
    private final List<Household> households = new ArrayList<>();
    private final List<PersonIdentity> identities = new ArrayList<>();
    private final Map<Insz, Optional<LocalDate>> deaths = new HashMap<>();
    private final Map<Insz, Insz> replaced = new HashMap<>();
    private final Map<InstitutionId, List<StatusChange>> statuses = new TreeMap<>();
    private final Map<InstitutionId, List<CustomerChange>> customers = new TreeMap<>();
    private int entitled;

    void add(Household household) {
        households.add(household);
    }

    void add(PersonIdentity identity) {
        identities.add(identity);
    }

    void died(Insz person, LocalDate day) {
        deaths.put(person, Optional.of(day));
    }

    void replaced(Insz old, Insz present) {
        replaced.put(old, present);
    }

    void add(InstitutionId source, StatusChange change) {
        statuses.computeIfAbsent(source, any -> new ArrayList<>()).add(change);
    }

    void add(InstitutionId supplier, CustomerChange change) {
        customers.computeIfAbsent(supplier, any -> new ArrayList<>()).add(change);
    }

    void entitled(int more) {
        entitled += more;
    }

    public List<Household> households() {
        return households;
    }

    /** What some are called: those in whose households a supplier knows somebody by name. */
    public List<PersonIdentity> identities() {
        return identities;
    }

    public Map<Insz, Optional<LocalDate>> deaths() {
        return deaths;
    }

    /** Number to the one that replaced it. */
    public Map<Insz, Insz> replaced() {
        return replaced;
    }

    /** By source. */
    public Map<InstitutionId, List<StatusChange>> statuses() {
        return statuses;
    }

    /** By supplier. */
    public Map<InstitutionId, List<CustomerChange>> customers() {
        return customers;
    }

    /** How many of its persons have the social tariff for energy on the day of the population. */
    public int entitled() {
        return entitled;
    }

    long persons() {
        return households.stream()
                .mapToLong(household -> household.members().size())
                .sum();
    }

    private static long sum(Map<?, ? extends List<?>> lists) {
        return lists.values().stream().mapToLong(List::size).sum();
    }

    long statusCount() {
        return sum(statuses);
    }

    long customerCount() {
        return sum(customers);
    }
}
