package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.DocumentFolder;
import be.kruispunt.model.message.Header;
import org.w3c.dom.Element;

/**
 * A document that follows its schema, as its rules and facts read it.
 *
 * @param payload its root
 * @param header what the message says of itself
 * @param boxes the boxes of its type
 * @param places where the elements stand that mean something
 */
public record Reading(Element payload, Header header, BoxNumbers boxes, Places places) {
    public static Reading of(Element payload, Header header, DocumentFolder folder, BoxNumbers boxes) {
        return new Reading(payload, header, boxes, Places.in(payload, folder.meant()));
    }
}
