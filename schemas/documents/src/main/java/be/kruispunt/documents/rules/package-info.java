/**
 * The business rules of each document: what its form asks for and its schema cannot say. Start at
 * {@link be.kruispunt.documents.rules.Rule}; the lists are in {@code U1Rules}, {@code BL1Rules}, {@code SedRules} and
 * {@code CommonRules}.
 */
@NullMarked
package be.kruispunt.documents.rules;

import org.jspecify.annotations.NullMarked;
