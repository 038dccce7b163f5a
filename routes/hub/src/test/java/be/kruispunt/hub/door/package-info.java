/**
 * The front door: what institutions really send through {@code in.<institution>}, and what comes of it. Every test talks
 * AMQP over TLS, with an institution's certificate, to one real hub.
 *
 * <p>Start at {@link be.kruispunt.hub.door.Door}, which sends and holds what must be so of every answer.
 */
@NullMarked
package be.kruispunt.hub.door;

import org.jspecify.annotations.NullMarked;
