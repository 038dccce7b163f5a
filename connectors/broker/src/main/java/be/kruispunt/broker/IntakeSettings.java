package be.kruispunt.broker;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How the intakes behave.
 *
 * @param pauses whether a failure is nobody's fault (store, signer or seal away), so that all intakes wait for it to
 *     end; asked for the exception and each of its causes
 * @param idle run by an intake when nothing arrived within the receive timeout; its failures are logged
 * @param receiveTimeout how long an intake waits for the first message of a batch
 */
public record IntakeSettings(Predicate<Throwable> pauses, Runnable idle, Duration receiveTimeout) {}
