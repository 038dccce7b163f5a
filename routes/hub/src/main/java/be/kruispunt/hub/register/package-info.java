/**
 * The register file: institutions, authorisations and directory lines as an operator writes them. Read here, checked by
 * {@link be.kruispunt.access.RegisterCheck}, made so by {@link be.kruispunt.store.RegisterWriter}.
 *
 * <p>Start at {@link be.kruispunt.hub.register.RegisterFile}.
 */
@NullMarked
package be.kruispunt.hub.register;

import org.jspecify.annotations.NullMarked;
