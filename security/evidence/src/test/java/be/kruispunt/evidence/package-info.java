@NullMarked
package be.kruispunt.evidence;

import org.jspecify.annotations.NullMarked;
