/**
 * Invented people by the million, for the bench, for tests and for a hub that shows itself: households, statuses, customers. Nobody in
 * it exists; the numbers have valid check digits, since the hub refuses others. The same seed gives the same people.
 *
 * <p>Start at {@link be.kruispunt.hub.sample.population.Population}.
 */
@NullMarked
package be.kruispunt.hub.sample.population;

import org.jspecify.annotations.NullMarked;
