/** Tests of the broker room, all on a real embedded Artemis. Start at {@code IntakeTest}. */
@NullMarked
package be.kruispunt.broker;

import org.jspecify.annotations.NullMarked;
