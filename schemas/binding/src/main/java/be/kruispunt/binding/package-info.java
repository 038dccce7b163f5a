/**
 * The classes that the build generates from the schemas, a package per schema, and the adapters that they use: for what the
 * hub itself writes and reads of its answers, and for institutions that work in Java. No document passes through them on its
 * way across the hub. Not null-marked, because generated classes leave what a document does not fill null.
 */
package be.kruispunt.binding;
