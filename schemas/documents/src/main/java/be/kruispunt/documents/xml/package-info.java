/**
 * XML in and out, hardened and fast: bytes to one DOM, and back. Knows nothing of documents. Start at
 * {@link be.kruispunt.documents.xml.XmlReader}.
 */
@NullMarked
package be.kruispunt.documents.xml;

import org.jspecify.annotations.NullMarked;
