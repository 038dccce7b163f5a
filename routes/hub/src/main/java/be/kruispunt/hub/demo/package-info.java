/**
 * Demonstration: invented persons, institutions with their demonstration ids, and the story that {@code hub demo} plays.
 *
 * <p>Start at {@link be.kruispunt.hub.demo.DemonstrationRegister} for who may do what, and at {@link
 * be.kruispunt.hub.demo.Demonstration} for the story.
 */
@NullMarked
package be.kruispunt.hub.demo;

import org.jspecify.annotations.NullMarked;
