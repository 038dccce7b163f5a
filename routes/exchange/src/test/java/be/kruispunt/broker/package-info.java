@NullMarked
package be.kruispunt.broker;

import org.jspecify.annotations.NullMarked;
