/**
 * What stands between the network and Artemis: nothing but AMQP, no filter, and bounds for each institution, so that one
 * of them cannot stop the others. One plugin, the same in the embedded and in a remote broker. Start with {@link
 * be.kruispunt.broker.guard.NetworkGuard}; {@link be.kruispunt.broker.guard.GuardedConnection} judges what comes in.
 */
@NullMarked
package be.kruispunt.broker.guard;

import org.jspecify.annotations.NullMarked;
