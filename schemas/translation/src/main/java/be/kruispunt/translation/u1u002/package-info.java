/**
 * Portable document U1 and SED U002, both ways, a class per part of the form. Start at
 * {@link be.kruispunt.translation.u1u002.U1ToU002}; what stands where is tabulated in
 * {@code docs/reference/translation.md}.
 */
@NullMarked
package be.kruispunt.translation.u1u002;

import org.jspecify.annotations.NullMarked;
