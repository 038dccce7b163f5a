package be.kruispunt.documents;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.message.Header;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A message that could be read: one DOM, for the signature check, the validation and the classes alike, so that what is
 * used is the very tree that was verified. Nothing of it is trusted yet.
 *
 * @param header what the message says of itself
 * @param dom the whole message
 * @param payload the document within it
 */
public record IncomingDocument(Header header, Document dom, Element payload) {
    /** The line on which an element of this message starts, from 1. */
    public int line(Element element) {
        return Elements.line(element);
    }

    /** Content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return header.type() + " " + header.instance();
    }
}
