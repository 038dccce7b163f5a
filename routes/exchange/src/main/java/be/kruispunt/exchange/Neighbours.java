package be.kruispunt.exchange;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps messages of one batch apart that would decide on the same row: the same content twice, the same identifier,
 * the same case. The later one waits for the next round of the batch, where it finds what the earlier one left. A case of the
 * same name between others keeps nobody waiting: that would tell that there is one.
 */
final class Neighbours {
    private record ContentKey(InstitutionId user, Digest digest) {}

    private record IdentifierKey(InstitutionId user, InstanceId identifier) {}

    /** The case of this name that this institution owns, or may be about to open. */
    private record CaseKey(CaseId id, InstitutionId owner) {}

    /** A case of this name between these two, which the look-up need not have found yet. */
    private record PartiesKey(CaseId id, Set<InstitutionId> parties) {}

    /** What this institution tells, or asks, the hub itself: a question finds what was told before it. */
    private record DeskKey(InstitutionId user) {}

    private final InstitutionId hub;
    private final Set<Object> taken = new HashSet<>();
    private final Set<CaseKey> inHand = new HashSet<>();

    /** {@code hub}: the hub itself, as an addressee. */
    Neighbours(InstitutionId hub) {
        this.hub = hub;
    }

    /** The message that waited, if it did: in this round it goes on, unless an earlier one of it is in its way. */
    static Passage called(Passage passage) {
        return passage instanceof Passage.Waiting(Passage waited) ? waited : passage;
    }

    /** Whether no earlier message of this round has to be decided first, as far as the messages themselves tell. */
    boolean isFree(Passage passage) {
        var keys = new ArrayList<Object>(4);
        InstitutionId user = passage.received().user();
        keys.add(new ContentKey(user, passage.received().digest()));
        passage.believed().ifPresent(header -> addKeys(keys, user, header));
        return isFree(keys, taken);
    }

    /** Whether no earlier message of this round is in one of these cases, which it may have named otherwise. */
    boolean isFree(List<CaseFile> cases) {
        return isFree(
                cases.stream().map(file -> new CaseKey(file.id(), file.owner())).toList(), inHand);
    }

    private static <T> boolean isFree(List<T> keys, Set<T> taken) {
        boolean free = keys.stream().noneMatch(taken::contains);
        taken.addAll(keys); // also of one that waits, so that what follows it stays behind it
        return free;
    }

    private void addKeys(List<Object> keys, InstitutionId user, Header header) {
        keys.add(new IdentifierKey(user, header.instance()));
        if (header.receivers().contains(hub)) {
            keys.add(new DeskKey(user));
        }
        header.caseId().ifPresent(id -> {
            keys.add(new CaseKey(id, user));
            header.receivers().forEach(receiver -> keys.add(new PartiesKey(id, parties(user, receiver))));
        });
    }

    private static Set<InstitutionId> parties(InstitutionId one, InstitutionId other) {
        return one.equals(other) ? Set.of(one) : Set.of(one, other);
    }
}
