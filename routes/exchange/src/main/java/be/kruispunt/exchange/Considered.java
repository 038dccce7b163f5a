package be.kruispunt.exchange;

import be.kruispunt.buffer.Decision;
import be.kruispunt.model.id.PersonNumber;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hub itself takes the message, and it is known what comes of it. */
public record Considered(Authorised authorised, Decision.Taken decision) implements Understood {
    @Override
    public Validated validated() {
        return authorised.validated();
    }

    @Override
    public boolean holdsIdentifier() {
        return authorised.holdsIdentifier();
    }

    /** Whom it names, and who its customers are. */
    @Override
    public List<PersonNumber> persons() {
        return Stream.concat(facts().persons().stream(), decision.persons().stream())
                .distinct()
                .toList();
    }

    @Override
    public String auditDetail() {
        return decision.lines().taken() + " line(s) taken"
                + decision.lines().refused().entrySet().stream()
                        .map(entry -> ", " + entry.getValue().size() + " " + entry.getKey())
                        .collect(Collectors.joining());
    }
}
