package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** A line of a result, read back: {@code reference;word;from;until;as of;answer id}. */
record RunLine(AnswerId id, String word, Optional<RightAnswer> told) {
    private static final int REFERENCE = 0;
    private static final int WORD = 1;
    private static final int FROM = 2;
    private static final int UNTIL = 3;
    private static final int AS_OF = 4;
    private static final int ID = 5;

    static RunLine read(String text) {
        String[] parts = text.split(";", -1);
        var id = AnswerId.of(parts[ID]);
        Optional<Entitlement> entitlement = Arrays.stream(Entitlement.values())
                .filter(each -> each.name().equals(parts[WORD]))
                .findFirst();
        return new RunLine(
                id,
                parts[WORD],
                entitlement.map(said -> new RightAnswer(
                        CustomerReference.of(parts[REFERENCE]),
                        said,
                        day(parts[FROM]),
                        day(parts[UNTIL]),
                        Instant.parse(parts[AS_OF]),
                        id)));
    }

    private static Optional<LocalDate> day(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(part));
    }

    GivenAnswer answer(AskedQuestion run, Optional<Insz> person, Instant expires) {
        return new GivenAnswer(id, run, Optional.of(new GivenAnswer.Content(word, told, person)), expires);
    }
}
