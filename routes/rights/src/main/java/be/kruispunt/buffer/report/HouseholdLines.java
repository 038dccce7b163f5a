package be.kruispunt.buffer.report;

import be.kruispunt.buffer.report.HouseholdText.Told;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.store.ChangeOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the lines of a page tell, by kind, as a register tells it in a message.
 *
 * @param deaths of what is said twice the last counts
 */
record HouseholdLines(
        List<Household> households, Map<Insz, Optional<LocalDate>> deaths, List<PersonIdentity> identities) {
    static HouseholdLines of(List<Told> lines) {
        var households = new ArrayList<Household>();
        var deaths = new LinkedHashMap<Insz, Optional<LocalDate>>();
        var identities = new ArrayList<PersonIdentity>();
        for (Told told : lines) {
            switch (told) {
                case Told.Home(Household household) -> households.add(household);
                case Told.Death(Insz person, Optional<LocalDate> day) -> deaths.put(person, day);
                case Told.Named(PersonIdentity identity) -> identities.add(identity);
            }
        }
        return new HouseholdLines(households, deaths, identities);
    }

    /** The outcome of each line, of one for each household, then for each death, then for each person's names. */
    List<ChangeOutcome> ofEach(List<Told> lines, List<ChangeOutcome> outcomes) {
        int firstDeath = households.size();
        int firstName = firstDeath + deaths.size();
        Iterator<ChangeOutcome> ofHouseholds = outcomes.subList(0, firstDeath).iterator();
        Iterator<ChangeOutcome> ofDeaths =
                outcomes.subList(firstDeath, firstName).iterator();
        Iterator<ChangeOutcome> ofNames =
                outcomes.subList(firstName, outcomes.size()).iterator();
        var ofTheDead = new HashMap<Insz, ChangeOutcome>();
        deaths.keySet().forEach(person -> ofTheDead.put(person, ofDeaths.next()));
        return lines.stream()
                .map(told -> switch (told) {
                    case Told.Home _ -> ofHouseholds.next();
                    case Told.Death death -> Objects.requireNonNull(ofTheDead.get(death.person()));
                    case Told.Named _ -> ofNames.next();
                })
                .toList();
    }
}
