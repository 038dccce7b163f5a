/** How mappers account for what they read. Start at {@link be.kruispunt.translation.report.Place}. */
@NullMarked
package be.kruispunt.translation.report;

import org.jspecify.annotations.NullMarked;
