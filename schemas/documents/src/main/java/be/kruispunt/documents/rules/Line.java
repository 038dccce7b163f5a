package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.ElementPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A line of the vocabulary, looked at on every element of some paths.
 *
 * @param at from the root
 * @param when all must hold
 * @param place where its findings point, from the element on which it is looked at; null: where the operator says
 * @param subject what the line is about, from that element; null: the place
 * @param operator looks
 */
record Line(
        List<ElementPath> at,
        List<Condition> when,
        @Nullable ElementPath place,
        @Nullable ElementPath subject,
        Operator operator)
        implements Rule.Check {
    /** What a line asks of one document: made once for it, so that what is the same at every place is looked up once. */
    @FunctionalInterface
    interface Operator {
        Look in(Reading reading);
    }

    /** Looks at one element, and says where the line does not hold. */
    @FunctionalInterface
    interface Look {
        void at(Element element, Consumer<Element> found);
    }

    @Override
    public void run(Reading reading, Report report) {
        if (!holds(reading.payload(), reading, true)) {
            return;
        }
        Look look = operator.in(reading);
        for (ElementPath path : at) {
            path.each(reading.payload(), element -> {
                if (holds(element, reading, false)) {
                    look.at(element, found -> tell(path, element, found, report));
                }
            });
        }
    }

    /** The elements of this document that it is looked at on. */
    List<Element> lookedAt(Reading reading) {
        var elements = new ArrayList<Element>();
        if (holds(reading.payload(), reading, true)) {
            at.forEach(path -> path.each(reading.payload(), element -> {
                if (holds(element, reading, false)) {
                    elements.add(element);
                }
            }));
        }
        return elements;
    }

    private boolean holds(Element element, Reading reading, boolean ofDocument) {
        for (Condition condition : when) {
            if (condition.ofDocument() == ofDocument && !condition.test().holds(element, reading)) {
                return false;
            }
        }
        return true;
    }

    private void tell(ElementPath path, Element element, Element found, Report report) {
        Element here = place == null ? found : place.nearest(element);
        if (subject == null) {
            report.at(here);
        } else {
            report.at(here, path.names().isEmpty() ? subject.toString() : path + "/" + subject);
        }
    }
}
