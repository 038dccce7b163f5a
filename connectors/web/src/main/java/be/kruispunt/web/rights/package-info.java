/**
 * Asking for rights over HTTP: {@code /rights/v1}. Start at {@link be.kruispunt.web.rights.RightsResource}; what answers
 * is handed in.
 */
@NullMarked
package be.kruispunt.web.rights;

import org.jspecify.annotations.NullMarked;
