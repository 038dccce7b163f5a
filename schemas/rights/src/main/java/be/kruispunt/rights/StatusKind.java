package be.kruispunt.rights;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.rights.StatusCode;
import java.util.Map;
import java.util.Set;

/**
 * A kind of status that schemes know.
 *
 * @param names what people call it
 * @param sectors the Crossroads Bank's numbers of the sectors whose institutions decide it: nobody else reports it
 */
public record StatusKind(StatusCode code, Map<Language, String> names, Set<Integer> sectors) {
    public StatusKind {
        names = Map.copyOf(names);
        sectors = Set.copyOf(sectors);
    }
}
