@NullMarked
package be.kruispunt.buffer;

import org.jspecify.annotations.NullMarked;
