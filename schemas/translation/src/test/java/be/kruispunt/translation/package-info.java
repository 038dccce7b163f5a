/** Start at {@code AccountPropertyTest}: it holds every mapper to account for every filled box. */
@NullMarked
package be.kruispunt.translation;

import org.jspecify.annotations.NullMarked;
