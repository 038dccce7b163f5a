/** An independent library judges what the trust room signs, and the trust room judges what that library signs. */
@NullMarked
package be.kruispunt.conformance;

import org.jspecify.annotations.NullMarked;
