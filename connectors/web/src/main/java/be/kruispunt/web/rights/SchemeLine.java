package be.kruispunt.web.rights;

import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;

/**
 * A right that can be asked for.
 *
 * @param title in English
 * @param legalSource where the right stands
 * @param valid the days of which it can be asked
 */
public record SchemeLine(SchemeCode scheme, String title, String legalSource, Validity valid) {}
