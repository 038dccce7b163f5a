/** Every refusal of the trust room is provoked here. The parts under test are real; authorities live in a temporary folder. */
@NullMarked
package be.kruispunt.trust;

import org.jspecify.annotations.NullMarked;
