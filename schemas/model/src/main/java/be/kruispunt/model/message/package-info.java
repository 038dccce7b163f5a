/** What a message says about itself and about the persons it concerns. */
@NullMarked
package be.kruispunt.model.message;

import org.jspecify.annotations.NullMarked;
