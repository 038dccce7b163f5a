package be.kruispunt.translation;

import be.kruispunt.documents.ReadDocument;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.translation.u1u002.U002ToU1;
import be.kruispunt.translation.u1u002.U1ToU002;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a document into the one that its receiver reads. Immutable; one serves all threads. */
public final class Translator {
    private final Map<Pair, Mapper<?, ?>> mappers;

    private Translator(List<Mapper<?, ?>> mappers) {
        this.mappers = mappers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        mapper -> new Pair(mapper.from(), mapper.to()), Function.identity()));
    }

    private record Pair(DocumentType from, DocumentType to) {}

    /** Every pair that this project translates: a line each. */
    public static Translator standard() {
        return new Translator(List.of(
                new U1ToU002(), //
                new U002ToU1()));
    }

    /** Whether there is a mapper; never for a document into itself, which needs none. */
    public boolean translates(DocumentType from, DocumentType to) {
        return mappers.containsKey(new Pair(from, to));
    }

    /** What a document of this type can be turned into. */
    public List<DocumentType> targets(DocumentType from) {
        return mappers.keySet().stream()
                .filter(pair -> pair.from().equals(from))
                .map(Pair::to)
                .toList();
    }

    /**
     * Translates a document. The result is not yet validated.
     *
     * @param header of the message that brought it: a SED leaves to it who sends and when
     * @throws IllegalArgumentException when {@link #translates} says no
     */
    public Translation translate(ReadDocument source, DocumentType target, Header header) {
        return translate(source.type(), source.content(), target, Optional.of(Issue.of(header)));
    }

    /**
     * Translates a document whose message is not at hand. What only the header says stays empty: a U1 made from a SED
     * has no box 7 then, and is not valid.
     *
     * @throws IllegalArgumentException when {@link #translates} says no
     */
    public Translation translate(ReadDocument source, DocumentType target) {
        return translate(source.type(), source.content(), target, Optional.empty());
    }

    Translation translate(DocumentType from, Object content, DocumentType to, Optional<Issue> issue) {
        @Nullable Mapper<?, ?> mapper = mappers.get(new Pair(from, to));
        if (mapper == null) {
            throw new IllegalArgumentException("there is no translation of " + from + " into " + to);
        }
        return apply(mapper, content, issue);
    }

    private static <S, T> Translation apply(Mapper<S, T> mapper, Object content, Optional<Issue> issue) {
        Mapped<T> mapped = mapper.map(mapper.source().cast(content), issue);
        return new Translation(mapper.to(), mapped.content(), mapped.report());
    }
}
