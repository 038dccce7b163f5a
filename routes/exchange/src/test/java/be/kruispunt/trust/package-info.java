@NullMarked
package be.kruispunt.trust;

import org.jspecify.annotations.NullMarked;
