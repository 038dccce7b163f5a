/**
 * The schemes, by which rights follow from social statuses, and the derivation: pure functions on facts. A scheme is a
 * decision table in a file, a file for each of its versions (decision 0024).
 *
 * <p>Start at {@link be.kruispunt.rights.Schemes}, then {@link be.kruispunt.rights.Derivation}.
 */
@NullMarked
package be.kruispunt.rights;

import org.jspecify.annotations.NullMarked;
