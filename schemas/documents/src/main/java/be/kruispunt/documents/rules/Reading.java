package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.DocumentFolder;
import be.kruispunt.documents.folder.Meaning.Kind;
import be.kruispunt.model.message.Header;
import java.time.LocalDate;
import java.util.Comparator;
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

    /** The day of the document: that of the form, of its steps the latest; without one, the day on which it was sent. */
    LocalDate day() {
        return places.of(Kind.FORM_DATE).stream()
                .flatMap(date -> Days.of(date.element().getTextContent().strip()).stream())
                .max(Comparator.naturalOrder())
                .orElseGet(header::createdOn);
    }
}
