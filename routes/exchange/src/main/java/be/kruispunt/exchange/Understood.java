package be.kruispunt.exchange;

import be.kruispunt.documents.ReadDocument;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import java.util.List;
import java.util.Optional;

/** The stages of a document that follows its schema and rules. All of them read it as it was validated. */
sealed interface Understood extends Stage permits Validated, LookedUp, Authorised, Considered, Correlated, Translated {
    /** The document, and its header. */
    Validated validated();

    default Header header() {
        return validated().signed().header().header();
    }

    default ReadDocument document() {
        return validated().content();
    }

    default DocumentFacts facts() {
        return document().facts();
    }

    @Override
    default Received received() {
        return validated().signed().received();
    }

    @Override
    default Optional<ClaimedHeader> claimed() {
        return validated().signed().claimed();
    }

    @Override
    default Optional<BelievedHeader> believed() {
        return validated().signed().believed();
    }

    @Override
    default List<PersonNumber> persons() {
        return facts().persons();
    }
}
