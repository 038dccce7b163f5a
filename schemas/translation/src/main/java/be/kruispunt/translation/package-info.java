/**
 * Translation between documents, with an account of every filled box. Start at
 * {@link be.kruispunt.translation.Translator}; a new pair is a table beside the others in {@code tables}, and a line of their
 * index (decision 0015).
 */
@NullMarked
package be.kruispunt.translation;

import org.jspecify.annotations.NullMarked;
