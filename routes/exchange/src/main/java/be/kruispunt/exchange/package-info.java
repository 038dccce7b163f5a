/**
 * The path of a document through the hub.
 *
 * <p>Start at {@link be.kruispunt.exchange.ExchangeRoute}: it is the path, a line per step. Each step is a class of the
 * step's name with one public method and no Camel type; its result type is the next step's input. A refusal is a value
 * ({@link be.kruispunt.exchange.Result}); an exception is a breakage. Everything before {@link
 * be.kruispunt.exchange.Record} only reads and decides, so a crash anywhere is harmless.
 */
@NullMarked
package be.kruispunt.exchange;

import org.jspecify.annotations.NullMarked;
