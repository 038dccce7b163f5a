/**
 * The queues: an embedded or a remote Artemis, who may use which address, and the intake of messages in batches.
 *
 * <p>Start at {@link be.kruispunt.broker.EmbeddedBroker} for the addresses and permissions, at
 * {@link be.kruispunt.broker.IntakeComponent} for how messages reach the route, and at
 * {@link be.kruispunt.broker.Deliveries} for how they leave. The way a message takes from {@code in.<institution>} to
 * the one queue that the hub reads is told in decision 0003.
 */
@NullMarked
package be.kruispunt.broker;

import org.jspecify.annotations.NullMarked;
