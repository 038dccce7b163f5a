package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.Meaning;
import be.kruispunt.documents.folder.Meaning.Kind;
import be.kruispunt.documents.folder.Meant;
import be.kruispunt.documents.xml.ElementPath;
import be.kruispunt.documents.xml.Elements;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Where the elements of a document stand that mean something, and its values: found in one walk, in document order. */
public final class Places {
    private final Map<Kind, List<Place>> meant = new EnumMap<>(Kind.class);
    private final List<Element> values = new ArrayList<>();

    private Places() {}

    /** An element, and what it means. */
    record Place(Element element, Meaning meaning) {
        /** The path of the meaning's key, where it has one. */
        List<ElementPath> paths(String key) {
            return meaning.way(key);
        }

        String text(String key) {
            for (ElementPath path : paths(key)) {
                String text = path.text(element);
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
    }

    public static Places in(Element payload, Meant meant) {
        var places = new Places();
        places.walk(payload, meant);
        return places;
    }

    private void walk(Element element, @Nullable Meant here) {
        if (here != null) {
            for (Meaning meaning : here.meanings()) {
                meant.computeIfAbsent(meaning.kind(), kind -> new ArrayList<>()).add(new Place(element, meaning));
            }
        }
        Element child = Elements.first(element);
        if (child == null && (here == null || here.isValue())) {
            values.add(element);
        }
        for (; child != null; child = Elements.next(child)) {
            walk(child, here == null ? null : here.child(Elements.name(child)));
        }
    }

    List<Place> of(Kind kind) {
        return meant.getOrDefault(kind, List.of());
    }

    /** The elements that hold a value, or nothing. */
    List<Element> values() {
        return values;
    }
}
