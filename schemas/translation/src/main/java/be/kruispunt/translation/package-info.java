/**
 * Translation between documents, with an account of every filled box. Start at
 * {@link be.kruispunt.translation.Translator}; a new pair of documents is a {@link be.kruispunt.translation.Mapper} and
 * one line there.
 */
@NullMarked
package be.kruispunt.translation;

import org.jspecify.annotations.NullMarked;
