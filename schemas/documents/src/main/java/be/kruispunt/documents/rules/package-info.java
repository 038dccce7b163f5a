/**
 * The engine of rules and facts: what a document's folder states of it, looked for in the tree that was verified. Start at
 * {@link be.kruispunt.documents.rules.Rules}; the vocabulary is in decision 0014, and what it cannot say in {@code U1Hooks}
 * and {@code BL1Steps}.
 */
@NullMarked
package be.kruispunt.documents.rules;

import org.jspecify.annotations.NullMarked;
