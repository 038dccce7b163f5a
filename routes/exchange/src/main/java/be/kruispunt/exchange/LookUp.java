package be.kruispunt.exchange;

import static be.kruispunt.model.outcome.RefusalCode.DUPLICATE_IDENTIFIER;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.EarlierMessage;
import be.kruispunt.store.Known;
import be.kruispunt.store.LookUpKey;
import be.kruispunt.store.Original;
import be.kruispunt.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fetches, once for the batch, the facts that the next steps decide on; and tells repeats from new messages. A message
 * that was refused before this step may be a repeat too, and then gets its first answer again. What was refused for a cause
 * that can heal is no repeat: it is decided anew, and keeps the identifier that it has.
 */
public final class LookUp {
    private final Store store;
    private final Retries retries;
    private final Companions companions;
    private final InstitutionId hub;
    private final InstantSource clock;

    public LookUp(Store store, Retries retries, Companions companions, InstitutionId hub, InstantSource clock) {
        this.hub = hub;
        this.store = store;
        this.retries = retries;
        this.companions = companions;
        this.clock = clock;
    }

    /** Refuses with DUPLICATE_IDENTIFIER. */
    public Batch lookUp(Batch batch) {
        var neighbours = new Neighbours(hub);
        List<Passage> passages = retries
                .heldBack(batch.passages().stream().map(Neighbours::called).toList(), batch.deliveries()::onCommitted)
                .stream()
                .map(passage -> isUndecided(passage) && !neighbours.isFree(passage) ? waits(passage) : passage)
                .toList();
        List<Passage> asked = passages.stream().filter(LookUp::isUndecided).toList();
        List<Known> answers = store.lookUp(asked.stream().map(LookUp::key).toList());
        var known = new ArrayList<Passage>(passages.size());
        int next = 0;
        for (Passage passage : passages) {
            known.add(isUndecided(passage) ? decide(passage, answers.get(next++), neighbours) : passage);
        }
        return batch.with(withOriginals(known));
    }

    /** With the earlier messages of their cases that some of them may be translated with; hardly any batch has such. */
    private List<Passage> withOriginals(List<Passage> passages) {
        Set<Ticket> wanted = passages.stream()
                .flatMap(passage -> originals(passage).stream())
                .collect(Collectors.toUnmodifiableSet());
        if (wanted.isEmpty()) {
            return passages;
        }
        Map<Ticket, Original> found = store.originals(wanted);
        return passages.stream().map(passage -> with(found, passage)).toList();
    }

    private Set<Ticket> originals(Passage passage) {
        return passage instanceof Passage.Underway(LookedUp lookedUp, List<AuditEntry> _)
                ? companions.wanted(lookedUp)
                : Set.of();
    }

    private Passage with(Map<Ticket, Original> found, Passage passage) {
        Set<Ticket> wanted = originals(passage);
        if (wanted.isEmpty() || !(passage instanceof Passage.Underway(LookedUp lookedUp, List<AuditEntry> trail))) {
            return passage;
        }
        return new Passage.Underway(
                lookedUp.with(found.values().stream()
                        .filter(original -> wanted.contains(original.ticket()))
                        .collect(Collectors.toUnmodifiableMap(Original::ticket, original -> original))),
                trail);
    }

    private static boolean isUndecided(Passage passage) {
        return passage instanceof Passage.Underway || passage instanceof Passage.Refused;
    }

    private static LookUpKey key(Passage passage) {
        Received received = passage.received();
        Optional<Header> header = passage.believed();
        return new LookUpKey(
                received.user(),
                received.digest(),
                header.map(Header::instance),
                header.flatMap(Header::caseId),
                persons(passage));
    }

    private static Set<Insz> persons(Passage passage) {
        if (!(passage instanceof Passage.Underway(Validated validated, List<AuditEntry> _))) {
            return Set.of();
        }
        return validated.persons().stream()
                .filter(number -> number instanceof Insz)
                .map(Insz.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Passage decide(Passage passage, Known known, Neighbours neighbours) {
        return neighbours.isFree(known.cases()) ? decide(passage, known) : waits(passage);
    }

    private static Passage waits(Passage passage) {
        return new Passage.Waiting(passage);
    }

    private Passage decide(Passage passage, Known known) {
        Optional<EarlierMessage> repeated = known.sameContent();
        if (repeated.isPresent()) {
            return new Passage.Repeated(passage.received(), repeated.get());
        }
        Optional<Ticket> owner = known.sameIdentifier()
                .filter(earlier -> !earlier.digest().equals(passage.received().digest()))
                .map(EarlierMessage::ticket);
        return switch (passage) {
            case Passage.Underway(Validated validated, List<AuditEntry> trail) ->
                owner.map(ticket -> taken(validated, trail, ticket, "", List.of()))
                        .orElseGet(() ->
                                Journey.passed(new LookedUp(validated, known), trail, Step.LOOK_UP, clock.instant()));
            case Passage.Refused refused when owner.isPresent() -> takenAndWrong(refused, owner.get());
            case Passage.Refused refused when known.sameIdentifier().isPresent() -> refused.holdingIdentifier();
            default -> passage;
        };
    }

    private Passage taken(Stage stage, List<AuditEntry> trail, Ticket owner, String besides, List<Finding> findings) {
        var refusal = new Refusal(DUPLICATE_IDENTIFIER, "the earlier message has ticket " + owner + besides, findings);
        return Journey.refused(
                stage, trail, new Result.Refused<>(refusal, Optional.empty()), Step.LOOK_UP, clock.instant());
    }

    /** What is wrong with it is said as well; but it must not own an identifier that is another's. */
    private Passage takenAndWrong(Passage.Refused refused, Ticket owner) {
        List<AuditEntry> trail = refused.trail();
        return taken(
                refused.stage(),
                trail.subList(0, trail.size() - 1),
                owner,
                "; besides, " + refused.refusal().code() + ": "
                        + refused.refusal().detail(),
                refused.refusal().findings());
    }
}
