/**
 * Codes that a person carries to a counter: that he has a right until a day, signed by the hub, and nothing else. Who reads one needs
 * the hub's public keys, and no hub: start at {@link be.kruispunt.trust.counter.CodeCheck}. Pure functions on what is handed in, but for
 * the file of the key. The form is written down in {@code docs/counter.md}, and why it is so in decision 0031.
 */
@NullMarked
package be.kruispunt.trust.counter;

import org.jspecify.annotations.NullMarked;
