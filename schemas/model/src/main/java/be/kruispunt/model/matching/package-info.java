/**
 * Names and addresses, brought to one spelling so that two that mean the same are equal (decision 0030). Pure functions: no distance,
 * no guess. What differs after this is not the same. Start at {@link be.kruispunt.model.matching.NameKey} and {@link
 * be.kruispunt.model.matching.AddressKey}.
 */
@NullMarked
package be.kruispunt.model.matching;

import org.jspecify.annotations.NullMarked;
