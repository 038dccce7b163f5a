/**
 * The command line: a contract with operators, auditors and institutions. Exit code 0 for success, 1 for a negative
 * answer (invalid, refused, not verified, not found), 2 for wrong use, 3 when the hub or a part of it cannot be reached.
 *
 * <p>Start at {@link be.kruispunt.hub.command.HubCommand}.
 */
@NullMarked
package be.kruispunt.hub.command;

import org.jspecify.annotations.NullMarked;
