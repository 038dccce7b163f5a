@NullMarked
package be.kruispunt.buffer.report;

import org.jspecify.annotations.NullMarked;
