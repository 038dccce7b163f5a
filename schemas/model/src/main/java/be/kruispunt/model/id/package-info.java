/** Identifiers. Each validates at birth, and those of a person mask themselves in {@code toString}. */
@NullMarked
package be.kruispunt.model.id;

import org.jspecify.annotations.NullMarked;
