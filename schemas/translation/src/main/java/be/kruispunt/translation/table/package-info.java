/**
 * The table of a pair of documents, and the engine that reads it in both directions. A table is read by
 * {@link be.kruispunt.translation.table.TableReader} into rows, which {@link be.kruispunt.translation.table.Compiler}
 * turns into a plan for each direction and holds against the schemas; {@link be.kruispunt.translation.table.Plan} is what
 * runs. The operators are listed in decision 0015.
 */
@NullMarked
package be.kruispunt.translation.table;

import org.jspecify.annotations.NullMarked;
