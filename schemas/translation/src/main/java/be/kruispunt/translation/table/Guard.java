package be.kruispunt.translation.table;

import be.kruispunt.documents.xml.Elements;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * When a row is used.
 *
 * @param row its name
 * @param when what must hold of the element that it is about: for a value, the element of its group
 * @param chosen the hook that must choose the element of its group among its like; null for none
 */
record Guard(String row, List<Condition> when, @Nullable Picker chosen) {
    /** Of a row that is always used. */
    static Guard always(String row) {
        return new Guard(row, List.of(), null);
    }

    /** Whether a row is used that is about this element, in this group. */
    boolean lets(Element element, Context context, Run run) {
        for (Condition condition : when) {
            if (!condition.test(element, run.issuer())) {
                return false;
            }
        }
        return chosen == null || isChosen(context.source(), chosen);
    }

    boolean letsAll() {
        return when.isEmpty() && chosen == null;
    }

    private static boolean isChosen(Element element, Picker picker) {
        List<Element> like = Elements.children((Element) element.getParentNode(), Elements.name(element));
        OptionalInt index = picker.pick(element, like);
        return index.isPresent() && like.get(index.getAsInt()) == element;
    }
}
