/**
 * The words of the buffer store: social statuses that authentic sources report, households, and what is answered to who
 * asks for a right that follows from them. Start at {@link be.kruispunt.model.rights.SocialStatus} and {@link
 * be.kruispunt.model.rights.RightAnswer}.
 */
@NullMarked
package be.kruispunt.model.rights;

import org.jspecify.annotations.NullMarked;
