/**
 * The command line: a contract with operators, auditors and institutions, down to its exit codes ({@link
 * be.kruispunt.hub.command.Exit}).
 *
 * <p>Start at {@link be.kruispunt.hub.command.Main}.
 */
@NullMarked
package be.kruispunt.hub.command;

import org.jspecify.annotations.NullMarked;
