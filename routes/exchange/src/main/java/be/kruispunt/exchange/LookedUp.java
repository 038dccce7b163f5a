package be.kruispunt.exchange;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.Header;
import be.kruispunt.store.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts that the next steps decide on stand beside the document. */
public record LookedUp(Validated validated, Known known) implements Stage {
    /**
     * The numbers by which the persons of the document are judged: without those that a person has no more, because a
     * number of the National Register, or the number that replaced it, stands beside it.
     */
    List<PersonNumber> presentNumbers() {
        List<PersonNumber> present = validated.content().facts().presentNumbers();
        Map<Insz, Insz> replacedBy = known.directory().replacedBy();
        return present.stream()
                .filter(number -> Optional.ofNullable(number instanceof Insz insz ? replacedBy.get(insz) : null)
                        .filter(present::contains)
                        .isEmpty())
                .toList();
    }

    @Override
    public Received received() {
        return validated.received();
    }

    @Override
    public Optional<Header> header() {
        return validated.header();
    }

    @Override
    public String auditDetail() {
        return known.directory().lines().size() + " directory line(s)"
                + known.caseFile()
                        .map(file -> ", case version " + file.version())
                        .orElse("");
    }
}
