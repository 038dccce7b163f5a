/** What of the path is tested without a hub. The steps as they run are tested at the front door, in {@code routes/hub}. */
@NullMarked
package be.kruispunt.exchange;

import org.jspecify.annotations.NullMarked;
