/** What the hub answers: findings, refusals, audit entries. Start at {@link be.kruispunt.model.outcome.RefusalCode}. */
@NullMarked
package be.kruispunt.model.outcome;

import org.jspecify.annotations.NullMarked;
