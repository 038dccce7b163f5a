/**
 * The buffer store at work: taking what sources and suppliers report, and answering who asks for a right. A class per step, each
 * with one public method, without Camel: the doors call them.
 *
 * <p>Start at {@link be.kruispunt.buffer.AskRights}, then {@link be.kruispunt.buffer.Desk}.
 */
@NullMarked
package be.kruispunt.buffer;

import org.jspecify.annotations.NullMarked;
