package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/** Through a document, an element before those in it. */
final class Walk {
    private Walk() {}

    static void each(Element element, Consumer<Element> visitor) {
        visitor.accept(element);
        for (Element child = Elements.first(element); child != null; child = Elements.next(child)) {
            each(child, visitor);
        }
    }
}
