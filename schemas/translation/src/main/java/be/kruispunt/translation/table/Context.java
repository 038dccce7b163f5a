package be.kruispunt.translation.table;

import org.w3c.dom.Element;

/** An element of the source and the element of the target that stands for it: what the rows of a group start from. */
record Context(Element source, Spot target) {
    /** Content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return target.path();
    }
}
