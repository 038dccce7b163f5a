/**
 * Who may send what about whom: pure functions on facts handed in.
 *
 * <p>Start at {@link be.kruispunt.access.AccessPolicy}. The facts come from the {@link be.kruispunt.access.Register}
 * (institutions and authorisations) and from a {@link be.kruispunt.access.DirectoryExtract} (who knows whom). The
 * reference directory holds routing data only, never content (law of 15 January 1990, art. 6).
 */
@NullMarked
package be.kruispunt.access;

import org.jspecify.annotations.NullMarked;
