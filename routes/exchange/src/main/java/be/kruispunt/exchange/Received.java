package be.kruispunt.exchange;

import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A message as it came in.
 *
 * @param ticket the hub's number for it
 * @param user whom the broker authenticated
 * @param digest of the received bytes
 * @param at when the hub took it in
 * @param origin the broker's message
 */
public record Received(Ticket ticket, InstitutionId user, Digest digest, Instant at, BrokerMessage origin)
        implements Stage {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** The day, in Belgium, on which authorisations and directory lines are judged. */
    LocalDate day() {
        return LocalDate.ofInstant(at, BRUSSELS);
    }

    @Override
    public Received received() {
        return this;
    }

    @Override
    public Optional<ClaimedHeader> claimed() {
        return Optional.empty();
    }

    @Override
    public String auditDetail() {
        return "sha256 " + digest;
    }
}
