/**
 * Runs: many lines that are answered as it was known at one moment, a page at a time, by the same pure functions as a question. What is
 * cut off goes on with the next page, at the same moment.
 *
 * <p>Start at {@link be.kruispunt.buffer.run.BeginRun}, then {@link be.kruispunt.buffer.run.AnswerRun}.
 */
@NullMarked
package be.kruispunt.buffer.run;

import org.jspecify.annotations.NullMarked;
