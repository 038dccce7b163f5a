/**
 * Reports in files (decision 0034): what an authentic source or a supplier tells in a message, in lines by the million. A page of lines
 * is one transaction, judged as a message is.
 *
 * <p>Start at {@link be.kruispunt.buffer.report.TakeReport}.
 */
@NullMarked
package be.kruispunt.buffer.report;

import org.jspecify.annotations.NullMarked;
