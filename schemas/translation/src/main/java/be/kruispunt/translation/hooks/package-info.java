/**
 * The hooks of tables: what no row can say. Each is named in {@link be.kruispunt.translation.hooks.StandardHooks}.
 */
@NullMarked
package be.kruispunt.translation.hooks;

import org.jspecify.annotations.NullMarked;
