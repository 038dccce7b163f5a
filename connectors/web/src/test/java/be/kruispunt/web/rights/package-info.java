@NullMarked
package be.kruispunt.web.rights;

import org.jspecify.annotations.NullMarked;
