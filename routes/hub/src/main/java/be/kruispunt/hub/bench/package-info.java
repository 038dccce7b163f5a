/**
 * {@code hub bench}: how fast the hub is on this machine, and how near that is to the limit that its parts set.
 *
 * <p>Start at {@link be.kruispunt.hub.bench.Bench}. Every figure of one report comes from one run in one process, so the
 * ratios hold where the figures themselves are noisy.
 */
@NullMarked
package be.kruispunt.hub.bench;

import org.jspecify.annotations.NullMarked;
