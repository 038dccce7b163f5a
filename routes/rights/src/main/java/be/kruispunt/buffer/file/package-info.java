/**
 * The door by files (decision 0028): a source or a supplier puts a triple into its folder (data, detached signature, empty GO), and finds a
 * receipt and a result in another, each a triple signed by the hub. Who can write into the folder is the operator's to see to; who asks or
 * reports is proved by the signature.
 *
 * <p>Start at {@link be.kruispunt.buffer.file.FileDoor}.
 */
@NullMarked
package be.kruispunt.buffer.file;

import org.jspecify.annotations.NullMarked;
