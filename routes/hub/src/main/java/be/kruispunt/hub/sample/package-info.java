/**
 * Invented persons and institutions with their demonstration ids, and one of these institutions at work: what a demonstration, a
 * bench and the tests send and read.
 *
 * <p>Start at {@link be.kruispunt.hub.sample.DemonstrationRegister} for who may do what.
 */
@NullMarked
package be.kruispunt.hub.sample;

import org.jspecify.annotations.NullMarked;
