package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.u1.Periods;
import be.kruispunt.translation.report.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Box 2.2.3, which stands once in U1: the texts that stand beside the periods in U002, each text once. */
final class ReasonNotInsured {
    /** What {@code b:Text} takes. */
    private static final int LIMIT = 1000;

    private static final String JOINED = "box 2.2.3 stands once: it joins the texts of all periods";
    private static final String FULL = "box 2.2.3 stands once, and has no room for the texts of all periods";

    private final Place place;
    private final List<Said> said = new ArrayList<>();
    private final Set<String> texts = new LinkedHashSet<>();

    private int length;

    /** A text, and where it stood. */
    private record Said(String text, String source) {}

    ReasonNotInsured(Place place) {
        this.place = place;
    }

    void add(@Nullable String text, String source) {
        if (text == null) {
            return;
        }
        said.add(new Said(text, source));
        int more = text.codePointCount(0, text.length()) + (texts.isEmpty() ? 0 : 1);
        if (!texts.contains(text) && length + more <= LIMIT) {
            texts.add(text);
            length += more;
        }
    }

    void write(Periods target) {
        if (texts.isEmpty()) {
            return;
        }
        target.setReasonNotInsured(String.join("\n", texts));
        for (Said each : said) {
            if (!texts.contains(each.text)) {
                place.account().lost("information", each.source, FULL);
            } else if (texts.size() == 1) {
                place.account().carried("information", each.source, place.target());
            } else {
                place.account().changed("information", each.source, place.target(), JOINED);
            }
        }
    }
}
