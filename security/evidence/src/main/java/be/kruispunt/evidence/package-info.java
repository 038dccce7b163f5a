/**
 * That something is one of many: Merkle trees, and the proofs that an entry is in one (RFC 9162, section 2.1).
 *
 * <p>Start at {@link be.kruispunt.evidence.MerkleTree}. Nothing but the JDK is used, so that whoever checks the hub reads this and no
 * more.
 */
@NullMarked
package be.kruispunt.evidence;

import org.jspecify.annotations.NullMarked;
