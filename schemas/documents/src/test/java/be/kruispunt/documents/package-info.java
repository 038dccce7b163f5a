/** Tests of documents: samples with one thing changed, real schemas, real classes. */
@NullMarked
package be.kruispunt.documents;

import org.jspecify.annotations.NullMarked;
