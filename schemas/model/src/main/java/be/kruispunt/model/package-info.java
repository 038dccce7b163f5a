/**
 * The words of the house: what every other room speaks in. JDK only.
 *
 * <p>Start at {@link be.kruispunt.model.message.Header}; identifiers that validate at birth are in {@code id}, what can
 * go wrong in {@code outcome}, business cases in {@code cases}.
 */
@NullMarked
package be.kruispunt.model;

import org.jspecify.annotations.NullMarked;
