package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.u1.Entitled;
import be.kruispunt.documents.jaxb.u1.Entitlement;
import be.kruispunt.translation.report.Place;
import org.jspecify.annotations.Nullable;

/** Box 6, which is what U017, the answer about a frontier worker, has beyond U002. */
final class EntitlementToU002 {
    private static final String U017 = "U002 has no place for the entitlement; U017 has";

    private EntitlementToU002() {}

    static void map(@Nullable Entitlement source, Place place) {
        if (source == null) {
            return;
        }
        Entitled entitled = source.getEntitled();
        if (entitled != null) {
            place.lose("6.1", "Entitled/article", entitled.getArticle(), U017);
            place.lose("6.1", "Entitled/from", entitled.getFrom(), U017);
            place.lose("6.1", "Entitled/to", entitled.getTo(), U017);
        }
        place.lose("6.2", "notEntitled", source.getNotEntitled(), U017);
    }
}
