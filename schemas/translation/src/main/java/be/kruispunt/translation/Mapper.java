package be.kruispunt.translation;

import be.kruispunt.model.message.DocumentType;
import java.util.Optional;

/**
 * One pair of documents, one way. A mapper holds no state and accounts for every filled box of its source.
 *
 * @param <S> the source's JAXB root
 * @param <T> the target's JAXB root
 */
public interface Mapper<S, T> {
    DocumentType from();

    DocumentType to();

    /** The class of the source's root. */
    Class<S> source();

    /**
     * Maps a document that is valid against its schema.
     *
     * @param issue who issued it and when, as the message's header says; empty where only the document is at hand
     */
    Mapped<T> map(S source, Optional<Issue> issue);
}
