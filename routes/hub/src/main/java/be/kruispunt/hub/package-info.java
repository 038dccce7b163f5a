/**
 * The hub as a whole: configuration, wiring, command line, demonstration and bench.
 *
 * <p>Start at {@link be.kruispunt.hub.Hub}, which wires one hub, or at {@link be.kruispunt.hub.Main}, the command line.
 */
@NullMarked
package be.kruispunt.hub;

import org.jspecify.annotations.NullMarked;
