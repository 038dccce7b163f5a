package be.kruispunt.documents.xml;

import org.w3c.dom.Element;

/**
 * How large a document may be. A limit bounds the work that a stranger can cause before the signature is checked.
 *
 * @param bytes of the whole file
 * @param depth elements within elements, the root being 1
 * @param elements in the whole file
 * @param attributes of one element, namespace declarations included
 * @param textLength characters of one text or attribute value
 * @param nameLength characters of a name, prefix included, or of a namespace
 * @param names different names in the whole file, of elements and attributes and as prefixes
 */
public record Limits(int bytes, int depth, int elements, int attributes, int textLength, int nameLength, int names) {
    /** 2 MiB, 32 deep, 50,000 elements, 32 attributes, text of 100,000 and names of 200 characters, 1,000 names. */
    public static final Limits STANDARD = new Limits(2 << 20, 32, 50_000, 32, 100_000, 200, 1_000);

    /** Of who reads what the hub sends. */
    public static final Limits OF_WHAT_THE_HUB_SENDS = STANDARD.sentOn();

    /** Whether this tree, written as XML in UTF-8, stays within them: who reads it has the same ones. */
    public boolean allow(Element tree) {
        TreeSize most = TreeSize.atMost(tree);
        TreeSize size = most.bytes() <= bytes ? most : TreeSize.of(tree);
        return size.bytes() <= bytes && size.elements() <= elements && size.mostAttributes() <= attributes;
    }

    /**
     * Of who reads what the hub sends on: a document that it takes at the limits is passed on in an envelope and with a
     * signature of the hub's own, which may be larger than those that it had.
     */
    public Limits sentOn() {
        return new Limits(bytes + (64 << 10), depth, elements + 1_000, attributes, textLength, nameLength, names + 100);
    }

    /** The same limits for another size of file. */
    public Limits withBytes(int most) {
        return new Limits(most, depth, elements, attributes, textLength, nameLength, names);
    }
}
