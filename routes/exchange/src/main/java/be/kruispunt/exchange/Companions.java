package be.kruispunt.exchange;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.Renewals;
import be.kruispunt.model.id.CountryCode;
import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.store.Original;
import be.kruispunt.translation.Translator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What its sender sent before, in the same case and to the same receiver, and what together with the new document is one form
 * (decision 0021): the latest document of each other type that a table asks for, if it still holds. Its signature was verified
 * when it came, and its digest says that these are the bytes; everything else is read and validated as of any message.
 */
public final class Companions {
    private final Translator translator;
    private final MessageReader reader;
    private final DocumentValidator validator;

    /**
     * Sets up.
     *
     * @param reader of what was received, and of what was sent for it, which may be somewhat larger
     */
    public Companions(Translator translator, MessageReader reader, DocumentValidator validator) {
        this.translator = translator;
        this.reader = reader;
        this.validator = validator;
    }

    /** A companion, read again. */
    private record Companion(Original original, Header header, ReadDocument content) {}

    /**
     * The earlier messages that have to be looked at, if there is any of another type than this one: the companions, and those
     * for which the receiver may have got the form that the new one takes the place of.
     */
    Set<Ticket> wanted(LookedUp lookedUp) {
        Optional<CaseFile> file = lookedUp.caseFile();
        if (file.isEmpty()) {
            return Set.of();
        }
        Header header = lookedUp.header();
        Set<String> acts = acts(header.type());
        if (acts.isEmpty()) {
            return Set.of();
        }
        var wanted = new HashSet<Ticket>();
        for (InstitutionId receiver : file.get().others(header.sender())) {
            List<Event> told =
                    Renewals.of(file.get(), header.sender(), receiver).lastWords(acts);
            if (told.stream()
                    .anyMatch(event -> !event.act().equals(header.type().code()))) {
                told.forEach(event -> wanted.add(event.ticket()));
            }
        }
        return wanted;
    }

    /** The types that become one with this one, and itself. What has companions is a SED, whose act is the code of its type. */
    private Set<String> acts(DocumentType type) {
        return translator.companions(type).stream()
                .flatMap(Collection::stream)
                .map(DocumentType::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What can be translated for this receiver: the document with all that belongs to it, and last the document alone. */
    List<Sources> sources(Correlated correlated, InstitutionId receiver) {
        var all = new ArrayList<Sources>();
        LookedUp lookedUp = correlated.lookedUp();
        if (!lookedUp.originals().isEmpty()) {
            for (List<DocumentType> set :
                    translator.companions(correlated.document().type())) {
                together(set, correlated, receiver).ifPresent(all::add);
            }
        }
        all.add(Sources.alone(correlated));
        return all;
    }

    private Optional<Sources> together(List<DocumentType> set, Correlated correlated, InstitutionId receiver) {
        Sources alone = Sources.alone(correlated);
        var documents = new ArrayList<ReadDocument>();
        var earlier = new ArrayList<Provenance.Earlier>();
        for (DocumentType type : set) {
            if (type.equals(alone.documents().getFirst().type())) {
                documents.addAll(alone.documents());
                continue;
            }
            Optional<Companion> companion = companion(type, correlated, receiver);
            if (companion.isEmpty()) {
                return Optional.empty();
            }
            documents.add(companion.get().content());
            Original original = companion.get().original();
            earlier.add(new Provenance.Earlier(original.ticket(), original.digest()));
        }
        return Optional.of(new Sources(alone.ticket(), documents, earlier));
    }

    /** The latest of this type, for the same purpose and about the same person; what may not go today has no bytes here. */
    private Optional<Companion> companion(DocumentType type, Correlated correlated, InstitutionId receiver) {
        Header header = correlated.header();
        LookedUp lookedUp = correlated.lookedUp();
        return lookedUp.caseFile()
                .flatMap(file -> Renewals.of(file, header.sender(), receiver).latest(type.code()))
                .flatMap(event -> lookedUp.original(event.ticket()))
                .flatMap(this::read)
                .filter(companion -> companion.content().type().equals(type))
                .filter(companion -> companion.header().sender().equals(header.sender()))
                .filter(companion -> companion.header().legalContext().equals(header.legalContext()))
                .filter(companion -> isAboutTheSame(companion.content(), lookedUp));
    }

    private Optional<Companion> read(Original original) {
        if (original.received().isEmpty()) {
            return Optional.empty();
        }
        try {
            IncomingDocument document = reader.read(original.received().get());
            Header header = document.header().withoutProvenance();
            return validator
                    .validate(header, document.payload())
                    .document()
                    .map(content -> new Companion(original, header, content));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** Of each country from which both have numbers, they must have the same ones. */
    private static boolean isAboutTheSame(ReadDocument earlier, LookedUp lookedUp) {
        DirectoryExtract directory = lookedUp.known().directory();
        Map<CountryCode, Set<PersonNumber>> one = byCountry(earlier.facts().presentNumbers(), directory);
        Map<CountryCode, Set<PersonNumber>> other = byCountry(lookedUp.presentNumbers(), directory);
        var both = new HashSet<>(one.keySet());
        both.retainAll(other.keySet());
        return !both.isEmpty()
                && both.stream()
                        .allMatch(country -> one.getOrDefault(country, Set.of()).equals(other.get(country)));
    }

    private static Map<CountryCode, Set<PersonNumber>> byCountry(
            List<PersonNumber> numbers, DirectoryExtract directory) {
        return numbers.stream()
                .map(number -> number instanceof Insz insz ? directory.present(insz) : number)
                .collect(Collectors.groupingBy(PersonNumber::country, Collectors.toSet()));
    }

    /**
     * The document of this type that the new one takes the place of: the last one that this receiver got and that has to do with
     * the sources of the new one. All that it was made of must be said by them too, or hold no more; else it stands.
     */
    Optional<InstanceId> replaced(Correlated correlated, InstitutionId receiver, DocumentType type, Sources sources) {
        InstitutionId sender = correlated.header().sender();
        LookedUp lookedUp = correlated.lookedUp();
        Optional<CaseFile> before = lookedUp.caseFile();
        if (lookedUp.originals().isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        Renewals told = Renewals.of(correlated.caseAfter(), sender, receiver);
        Set<String> acts = acts(correlated.document().type());
        for (Event event : Renewals.of(before.get(), sender, receiver).lastWords(acts)) {
            Optional<Header> last =
                    lookedUp.original(event.ticket()).flatMap(original -> sent(original, receiver, type));
            List<Ticket> made =
                    last.flatMap(Header::provenance).map(Provenance::tickets).orElse(List.of());
            if (made.stream().anyMatch(ticket -> told.isSaidBy(sources.tickets(), ticket))) {
                return made.stream()
                                .allMatch(ticket -> told.isSaidBy(sources.tickets(), ticket) || told.isUndone(ticket))
                        ? last.map(Header::instance)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Header> sent(Original original, InstitutionId receiver, DocumentType type) {
        return original.sent().stream()
                .filter(delivery -> delivery.id().equals(new DeliveryId(original.ticket(), receiver, type.code())))
                .findFirst()
                .flatMap(delivery -> {
                    try {
                        return Optional.of(reader.read(delivery.xml()).header());
                    } catch (Unreadable e) {
                        return Optional.empty(); // of a type that was known then
                    }
                });
    }
}
