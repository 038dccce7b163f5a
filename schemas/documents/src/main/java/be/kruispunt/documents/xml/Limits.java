package be.kruispunt.documents.xml;

/**
 * How large a document may be. A limit bounds the work that a stranger can cause before the signature is checked.
 *
 * @param bytes of the whole file
 * @param depth elements within elements, the root being 1
 * @param elements in the whole file
 * @param attributes of one element, namespace declarations included
 * @param textLength characters of one text or attribute value
 * @param nameLength characters of a name, prefix included, or of a namespace
 */
public record Limits(int bytes, int depth, int elements, int attributes, int textLength, int nameLength) {
    /** 2 MiB, 32 deep, 50,000 elements, 32 attributes, text of 100,000 and names of 200 characters. */
    public static final Limits STANDARD = new Limits(2 << 20, 32, 50_000, 32, 100_000, 200);

    /** The same limits for another size of file. */
    public Limits withBytes(int most) {
        return new Limits(most, depth, elements, attributes, textLength, nameLength);
    }
}
