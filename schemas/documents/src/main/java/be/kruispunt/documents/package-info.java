/**
 * Documents: their schemas, their hardened reading and writing, their rules and their facts. Start at
 * {@code MessageReader}, then {@code DocumentValidator}.
 */
@NullMarked
package be.kruispunt.documents;

import org.jspecify.annotations.NullMarked;
