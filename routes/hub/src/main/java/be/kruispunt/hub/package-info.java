/**
 * The hub as a whole: settings, wiring, what watches over it. In an order that {@code ArchitectureTest} holds: {@code command} is
 * on top of {@code demo} and {@code bench}, these on top of the hub, and all of them use the words of {@code register},
 * {@code view} and {@code text} and the parties of {@code sample}, which know none of them.
 *
 * <p>Start at {@link be.kruispunt.hub.Hub}, which wires one hub.
 */
@NullMarked
package be.kruispunt.hub;

import org.jspecify.annotations.NullMarked;
