package be.kruispunt.access;

import be.kruispunt.model.id.Insz;

/** That a number was replaced: a bis number by a national one, or by another bis number. */
public record ReplacedNumber(Insz number, Insz by) {}
