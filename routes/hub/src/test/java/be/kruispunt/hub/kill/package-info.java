/**
 * Nothing lost, nothing doubled: hubs that are killed, stores that are killed, senders that repeat themselves, messages
 * that break. Real processes, real queues, a real database. Start at {@link be.kruispunt.hub.kill.KillTest}.
 */
@NullMarked
package be.kruispunt.hub.kill;

import org.jspecify.annotations.NullMarked;
