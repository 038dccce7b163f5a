/**
 * The HTTP door: who may come in, how much of it one caller may take, and the frame in which every resource is served
 * alike: tracing, content negotiation, problems of RFC 9457 in the words of Belgif.
 *
 * <p>Start at {@link be.kruispunt.web.WebDoor} for how a connection becomes a call, and at {@link
 * be.kruispunt.web.Operation} for what a resource hands in. What is served stands in {@code openapi.yaml} first.
 */
@NullMarked
package be.kruispunt.web;

import org.jspecify.annotations.NullMarked;
