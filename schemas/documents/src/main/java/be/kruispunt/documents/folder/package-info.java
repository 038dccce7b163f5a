/**
 * The folder of a document type as it is read: where it stands, what it says, and what is refused about it. Knows nothing of
 * messages. Start at {@link be.kruispunt.documents.folder.DocumentFolder}; the keys are in decision 0014.
 */
@NullMarked
package be.kruispunt.documents.folder;

import org.jspecify.annotations.NullMarked;
