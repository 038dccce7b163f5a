package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How the intakes behave.
 *
 * @param pauses whether a failure is nobody's fault (store, signer or seal away), so that all intakes wait for it to
 *     end; asked for the exception and each of its causes
 * @param lostRaces whether a failure says only that another intake was first, so that the batch may come again at once;
 *     asked likewise
 * @param idle run by an intake when nothing arrived within the receive timeout; its failures are logged
 * @param receiveTimeout how long an intake waits for the first message of a batch
 * @param institutions whose queues there are; asked now and then, to look for what no arrival told of
 */
public record IntakeSettings(
        Predicate<Throwable> pauses,
        Predicate<Throwable> lostRaces,
        Runnable idle,
        Duration receiveTimeout,
        Supplier<Set<InstitutionId>> institutions) {}
