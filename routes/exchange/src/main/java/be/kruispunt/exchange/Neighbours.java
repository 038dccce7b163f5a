package be.kruispunt.exchange;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps messages of one batch apart that would decide on the same row: the same content twice, the same identifier,
 * the same case. The later one waits for the next round of the batch, where it finds what the earlier one left.
 */
final class Neighbours {
    private record ContentKey(InstitutionId user, Digest digest) {}

    private record IdentifierKey(InstitutionId user, Object identifier) {}

    private Neighbours() {}

    /** The next round of a batch: who waited goes on, unless an earlier one of this round is in its way. */
    static List<Passage> oneAtATime(List<Passage> passages) {
        Set<Object> taken = new HashSet<>();
        var result = new ArrayList<Passage>(passages.size());
        for (Passage passage : passages) {
            Passage called = passage instanceof Passage.Waiting(Passage waited) ? waited : passage;
            boolean goes = called instanceof Passage.Underway || called instanceof Passage.Refused;
            boolean free = !goes || keys(called).stream().noneMatch(taken::contains);
            if (goes) {
                taken.addAll(keys(called));
            }
            result.add(free ? called : new Passage.Waiting(called));
        }
        return result;
    }

    private static List<Object> keys(Passage passage) {
        var keys = new ArrayList<Object>(3);
        InstitutionId user = passage.received().user();
        keys.add(new ContentKey(user, passage.received().digest()));
        LookUp.authenticatedHeader(passage).ifPresent(header -> addKeys(keys, user, header));
        return keys;
    }

    private static void addKeys(List<Object> keys, InstitutionId user, Header header) {
        keys.add(new IdentifierKey(user, header.instance()));
        header.caseId().ifPresent(keys::add);
    }
}
