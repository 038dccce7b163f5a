@NullMarked
package be.kruispunt.web;

import org.jspecify.annotations.NullMarked;
