@NullMarked
package be.kruispunt.buffer.file;

import org.jspecify.annotations.NullMarked;
