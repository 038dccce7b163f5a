/** The register file, by itself. */
@NullMarked
package be.kruispunt.hub.register;

import org.jspecify.annotations.NullMarked;
