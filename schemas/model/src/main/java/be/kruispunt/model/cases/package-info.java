/** Business cases: which document may come next, and from whom. Start at {@link be.kruispunt.model.cases.ProcessCatalogue}. */
@NullMarked
package be.kruispunt.model.cases;

import org.jspecify.annotations.NullMarked;
