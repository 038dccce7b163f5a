/**
 * What of a message's trace and of a loss report is shown, as lines and as JSON.
 *
 * <p>Start at {@link be.kruispunt.hub.view.Traces}.
 */
@NullMarked
package be.kruispunt.hub.view;

import org.jspecify.annotations.NullMarked;
