package be.kruispunt.store;

/**
 * What a run answered of a person.
 *
 * @param run which
 * @param line as it stands in the result
 */
public record RunAnswer(RightsRun run, String line) {
    @Override
    public String toString() {
        return "a line of " + run;
    }
}
