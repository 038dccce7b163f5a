@NullMarked
package be.kruispunt.trust.counter;

import org.jspecify.annotations.NullMarked;
