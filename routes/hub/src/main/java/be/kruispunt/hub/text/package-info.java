/**
 * Lines for a person: what comes from outside is made harmless, and what is to be copied works when copied.
 *
 * <p>Start at {@link be.kruispunt.hub.text.Printable}.
 */
@NullMarked
package be.kruispunt.hub.text;

import org.jspecify.annotations.NullMarked;
