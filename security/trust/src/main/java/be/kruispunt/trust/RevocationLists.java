package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.trust.RevocationFile.Signed;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * Whether a certificate is revoked, by the lists of its issuer (RFC 5280, section 5 and 6.3).
 *
 * <p>Of each series (one key, one scope) the newest list counts. One that does not speak of all certificates and reasons
 * can take trust away and never give it. Deltas are not joined to their base: the whole list is asked for.
 */
final class RevocationLists {
    private static final Duration LONGEST_NOTICE = Duration.ofDays(30);
    /** A list is to be replaced when a tenth of its life is left. */
    private static final int NOTICE_PART = 10;

    /**
     * A certificate, as its issuer knows it.
     *
     * @param points the distribution points that it names
     */
    record Question(BigInteger serial, Set<GeneralName> points, Issuer issuer) {}

    private final List<Issuer> issuers;
    private final RevocationFiles files;

    RevocationLists(Path folder, List<Issuer> issuers, InstantSource clock) {
        this.issuers = issuers;
        this.files = new RevocationFiles(folder, issuers, clock);
    }

    void reload() {
        files.reload();
    }

    void look() {
        files.look();
    }

    void requireNotRevoked(Question question, Instant at) throws NotTrusted {
        look();
        List<Signed> current = currentOf(question.issuer().name(), at);
        Optional<RevocationList> whole = whole(question, current);
        for (Signed signed : current) {
            if (whole.isEmpty() || says(signed.list(), whole.get())) {
                refuseIfRevoked(signed.list(), question, at);
            }
        }
        if (whole.isEmpty()) {
            List<String> remarks = files.known().remarks();
            throw new RevocationUnknown("no revocation list of " + question.issuer() + " speaks of the certificate"
                    + (remarks.isEmpty() ? "" : ": " + String.join("; ", remarks)));
        }
        if (whole.get().isLate(at)) {
            throw new RevocationUnknown(late(question.issuer().name(), whole.get()));
        }
    }

    List<String> describe() {
        return files.known().lists().stream()
                .map(signed -> "revocation list of " + signed.signer() + ", "
                        + signed.list().age() + ", until " + end(signed.list()) + ": "
                        + signed.list().size() + " entries"
                        + signed.list().scope().part().map(part -> ", " + part).orElse(""))
                .toList();
    }

    /** What an operator has to see to. */
    List<String> concerns(Instant now) {
        List<String> concerns = new ArrayList<>(files.known().remarks());
        for (X500Principal name : issuers.stream().map(Issuer::name).distinct().toList()) {
            List<RevocationList> lists = currentOf(name, now).stream()
                    .map(Signed::list)
                    .filter(list -> list.scope().part().isEmpty())
                    .toList();
            if (lists.isEmpty()) {
                concerns.add("there is no whole revocation list of " + name + ": what it certified waits");
            }
            for (RevocationList list : lists) {
                if (list.isLate(now)) {
                    concerns.add(late(name, list) + ": what it certified waits");
                } else if (list.isLate(now.plus(notice(list)))) {
                    concerns.add("the revocation list of " + name + ", " + list.age() + ", must be replaced before "
                            + end(list));
                }
            }
        }
        return concerns;
    }

    /** A list that is older than the whole one knows no better than it; entries may have been taken from hold since. */
    private static boolean says(RevocationList list, RevocationList whole) {
        return list == whole || !list.age().thisUpdate().isBefore(whole.age().thisUpdate());
    }

    private static void refuseIfRevoked(RevocationList list, Question question, Instant at) throws NotTrusted {
        Optional<Instant> since = list.revokedSince(question.serial());
        if (since.isPresent() && !since.get().isAfter(at)) {
            throw new NotTrusted(RefusalCode.CERTIFICATE_REVOKED, "the certificate was revoked on " + since.get());
        }
    }

    /**
     * The list that speaks of this certificate: by the key that issued it, for some authorities publish one per key; else
     * by another key of the same name.
     */
    private static Optional<RevocationList> whole(Question question, List<Signed> current) {
        Optional<RevocationList> byAnotherKey = Optional.empty();
        Optional<RevocationList> byItsKey = Optional.empty();
        for (Signed signed : current) {
            if (!signed.list().scope().covers(question.points())) {
                continue;
            }
            if (signed.signer().key().equals(question.issuer().key())) {
                byItsKey = newer(byItsKey, signed.list());
            } else {
                byAnotherKey = newer(byAnotherKey, signed.list());
            }
        }
        return byItsKey.isPresent() ? byItsKey : byAnotherKey;
    }

    private static Optional<RevocationList> newer(Optional<RevocationList> known, RevocationList list) {
        return known.filter(
                        other -> !other.age().thisUpdate().isBefore(list.age().thisUpdate()))
                .or(() -> Optional.of(list));
    }

    /** The newest list of each series in this name that is not from the future, by a key that is certified. */
    private List<Signed> currentOf(X500Principal name, Instant at) {
        Map<String, Signed> newest = new TreeMap<>();
        for (Signed signed : files.known().lists()) {
            if (signed.signer().name().equals(name)
                    && signed.signer().isValid(at)
                    && !files.isFromTheFuture(signed.list())) {
                newest.merge(
                        signed.series(),
                        signed,
                        (one, other) ->
                                one.list().age().isOlderThan(other.list().age()) ? other : one);
            }
        }
        return List.copyOf(newest.values());
    }

    private static Duration notice(RevocationList list) {
        Duration part = Duration.between(
                        list.age().thisUpdate(), list.nextUpdate().orElseThrow())
                .dividedBy(NOTICE_PART);
        return part.compareTo(LONGEST_NOTICE) < 0 ? part : LONGEST_NOTICE;
    }

    private static String late(X500Principal name, RevocationList list) {
        return "the revocation list of " + name + ", " + list.age() + ", is out of date since " + end(list);
    }

    private static String end(RevocationList list) {
        return list.nextUpdate().map(Instant::toString).orElse("its issue");
    }
}
