/**
 * The classes that the build generates from the schemas, a package per schema, and the adapters that they use. They
 * stay inside {@code schemas}: other rooms see facts, findings and DOM. Not null-marked, because generated classes
 * leave what a document does not fill null.
 */
package be.kruispunt.documents.jaxb;
