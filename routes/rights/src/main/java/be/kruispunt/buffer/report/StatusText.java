package be.kruispunt.buffer.report;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import java.util.Optional;

/** A line of statuses: {@code GRANTED|CORRECTED;reference;ssin;status;from;until;decided} or {@code WITHDRAWN;reference;ssin;status}. */
final class StatusText {
    private StatusText() {}

    static Optional<StatusChange> read(String line) {
        return LineColumns.read(line, StatusText::change);
    }

    private static StatusChange change(LineColumns columns) {
        String change = columns.text();
        String reference = columns.text();
        Insz person = columns.person();
        StatusCode code = StatusCode.of(columns.text());
        return switch (change) {
            case "GRANTED" -> new StatusChange.Granted(status(columns, reference, person, code));
            case "CORRECTED" -> new StatusChange.Corrected(status(columns, reference, person, code));
            case "WITHDRAWN" -> new StatusChange.Withdrawn(person, code, reference);
            default -> throw new IllegalArgumentException("GRANTED, CORRECTED or WITHDRAWN wanted");
        };
    }

    private static SocialStatus status(LineColumns columns, String reference, Insz person, StatusCode code) {
        return new SocialStatus(person, code, columns.validity(), columns.day(), reference);
    }
}
