package be.kruispunt.translation.table;

import java.util.List;
import java.util.OptionalInt;
import org.w3c.dom.Element;

/** A hook: which of several elements is meant, where no line of a table can say it. */
@FunctionalInterface
public interface Picker {
    /**
     * Chooses.
     *
     * @param source what is to be placed beside, or in, one of the candidates
     * @param candidates in their order
     * @return position from 0; empty for none of them
     */
    OptionalInt pick(Element source, List<Element> candidates);
}
