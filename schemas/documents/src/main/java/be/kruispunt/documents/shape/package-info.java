/**
 * What a schema declares, as one tree: the elements at their places, their order, and whether they repeat. Start at
 * {@link be.kruispunt.documents.shape.Shape}.
 */
@NullMarked
package be.kruispunt.documents.shape;

import org.jspecify.annotations.NullMarked;
