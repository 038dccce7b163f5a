package be.kruispunt.rights;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version of a scheme: a decision table.
 *
 * @param code the right, in all its versions
 * @param version in order, such as {@code 2023} or {@code 2023.2}
 * @param valid when this version is in force
 * @param names what people call the right
 * @param legal on which ground
 * @param sourced what was read in a source, with the source
 * @param readings what no source says, and how it is read here
 * @param grant from when until when
 * @param keep how long what was answered by it is kept
 * @param lines asked in their order
 * @param counter whether who has the right can carry a code of it to a counter
 */
public record Scheme(
        SchemeCode code,
        String version,
        Validity valid,
        Map<Language, String> names,
        List<String> legal,
        List<String> sourced,
        List<String> readings,
        Grant grant,
        Period keep,
        List<SchemeLine> lines,
        boolean counter) {
    /** Where its file says nothing. */
    public static final Period KEPT = Period.ofYears(10);

    public Scheme {
        names = Map.copyOf(names);
        legal = List.copyOf(legal);
        sourced = List.copyOf(sourced);
        readings = List.copyOf(readings);
        lines = List.copyOf(lines);
    }

    /** All that rights follow from, and nothing else. */
    String rules() {
        return Stream.concat(
                        Stream.of(code + " " + version + " " + valid + " " + grant),
                        lines.stream().map(SchemeLine::rule))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return code + " " + version;
    }
}
