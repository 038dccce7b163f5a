package be.kruispunt.web.rights;

import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import java.util.List;
import java.util.SortedMap;

/**
 * A version of a right that can be asked for.
 *
 * @param names what people call it, by language ({@code nl fr de en})
 * @param legalSources where it stands
 * @param valid the days on which this version is in force
 * @param counter whether counters take codes for it
 */
public record OfferedScheme(
        SchemeCode scheme,
        String version,
        SortedMap<String, String> names,
        List<String> legalSources,
        Validity valid,
        boolean counter) {
    public OfferedScheme {
        legalSources = List.copyOf(legalSources);
    }
}
