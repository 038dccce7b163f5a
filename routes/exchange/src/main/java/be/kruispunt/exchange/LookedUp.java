package be.kruispunt.exchange;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.store.Known;
import be.kruispunt.store.Original;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that the next steps decide on stand beside the document.
 *
 * @param originals earlier messages of the case with which the document may be translated ({@link Companions}); seldom any
 */
public record LookedUp(Validated validated, Known known, Map<Ticket, Original> originals) implements Understood {
    public LookedUp {
        originals = Map.copyOf(originals);
    }

    LookedUp(Validated validated, Known known) {
        this(validated, known, Map.of());
    }

    LookedUp with(Map<Ticket, Original> others) {
        return new LookedUp(validated, known, others);
    }

    /** What an earlier message of the case was. */
    Optional<String> act(Ticket ticket) {
        return caseFile().flatMap(file -> file.event(ticket)).map(Event::act);
    }

    Optional<Original> original(Ticket ticket) {
        return Optional.ofNullable(originals.get(ticket));
    }

    /**
     * The numbers by which the persons of the document are judged: without those that a person has no more, because a
     * number of the National Register, or the number that replaced it, stands beside it.
     */
    List<PersonNumber> presentNumbers() {
        List<PersonNumber> present = facts().presentNumbers();
        DirectoryExtract directory = known.directory();
        return present.stream()
                .filter(number -> !(number instanceof Insz insz)
                        || directory.present(insz).equals(insz)
                        || !present.contains(directory.present(insz)))
                .toList();
    }

    /** Who holds an identifier with other content ended the message before this stage. */
    @Override
    public boolean holdsIdentifier() {
        return known.sameIdentifier().isPresent();
    }

    /**
     * The case that the message means. A case has a name that its owner chose, so its sender may be a party to several of one
     * name: then it is the one with the earlier message, or else with the receiver, that is named.
     */
    Optional<CaseFile> caseFile() {
        Header header = header();
        List<CaseFile> cases = known.cases();
        if (cases.size() < 2 || header.receivers().isEmpty()) {
            return cases.size() == 1 ? Optional.of(cases.getFirst()) : related(cases, header);
        }
        return related(cases, header)
                .or(() -> cases.stream()
                        .filter(file -> file.others(header.sender()).stream().anyMatch(header.receivers()::contains))
                        .findFirst())
                .or(() -> cases.stream().findFirst());
    }

    private static Optional<CaseFile> related(List<CaseFile> cases, Header header) {
        return header.link().relatedTo().flatMap(ticket -> cases.stream()
                .filter(file -> file.event(ticket).isPresent())
                .findFirst());
    }

    /** Whether it names several cases at once, and no receiver that would tell which one. */
    boolean namesSeveralCases() {
        return header().receivers().isEmpty()
                && known.cases().size() > 1
                && caseFile().isEmpty();
    }

    @Override
    public String auditDetail() {
        return known.directory().lines().size() + " directory line(s)"
                + caseFile().map(file -> ", case version " + file.version()).orElse("");
    }
}
