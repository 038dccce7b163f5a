@NullMarked
package be.kruispunt.model.matching;

import org.jspecify.annotations.NullMarked;
