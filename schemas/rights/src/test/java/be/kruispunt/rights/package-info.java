@NullMarked
package be.kruispunt.rights;

import org.jspecify.annotations.NullMarked;
