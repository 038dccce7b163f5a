package be.kruispunt.documents.rules;

import be.kruispunt.model.id.CountryCode;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How many years back the state where the benefit is claimed needs periods (note 1 to form U1). States that ask for the
 * whole career (BG, EE, LV, MT, NL, RO, SI) have no number: nothing in the form tells when a career began. Italy,
 * Belgium and Switzerland may ask for more in some cases, Spain for another six years from the age of 52; Norway asks
 * for the last calendar year or the last three, and three is what is looked for.
 */
final class ReferencePeriods {
    private static final Map<String, Integer> YEARS = Map.ofEntries(
            Map.entry("LU", 1),
            Map.entry("IT", 2),
            Map.entry("IS", 2),
            Map.entry("LI", 2),
            Map.entry("CH", 2),
            Map.entry("BE", 3),
            Map.entry("CY", 3),
            Map.entry("DK", 3),
            Map.entry("FR", 3),
            Map.entry("EL", 3),
            Map.entry("IE", 3),
            Map.entry("PT", 3),
            Map.entry("CZ", 3),
            Map.entry("UK", 3),
            Map.entry("NO", 3),
            Map.entry("HU", 4),
            Map.entry("SK", 4),
            Map.entry("DE", 5),
            Map.entry("ES", 6),
            Map.entry("SE", 6),
            Map.entry("AT", 10),
            Map.entry("FI", 20),
            Map.entry("PL", 20));

    private ReferencePeriods() {}

    static OptionalInt years(CountryCode state) {
        Integer years = YEARS.get(state.value());
        return years == null ? OptionalInt.empty() : OptionalInt.of(years);
    }
}
