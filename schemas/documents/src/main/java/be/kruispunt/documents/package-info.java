/**
 * Documents: the types that the hub knows, the message around them, and what is checked and known of them. A message's
 * bytes become an {@link be.kruispunt.documents.IncomingDocument} in {@link be.kruispunt.documents.MessageReader}, which
 * {@link be.kruispunt.documents.DocumentValidator} turns into a {@link be.kruispunt.documents.Validation};
 * {@link be.kruispunt.documents.MessageWriter} and {@link be.kruispunt.documents.Answers} go the other way. A new type
 * is an entry of {@link be.kruispunt.documents.DocumentCatalogue}.
 */
@NullMarked
package be.kruispunt.documents;

import org.jspecify.annotations.NullMarked;
