/**
 * The story that {@code hub demo} plays, with the invented parties of {@code sample}.
 *
 * <p>Start at {@link be.kruispunt.hub.demo.Demonstration}.
 */
@NullMarked
package be.kruispunt.hub.demo;

import org.jspecify.annotations.NullMarked;
