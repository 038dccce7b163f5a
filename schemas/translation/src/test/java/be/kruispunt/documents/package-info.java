@NullMarked
package be.kruispunt.documents;

import org.jspecify.annotations.NullMarked;
