package be.kruispunt.trust.counter;

import be.kruispunt.model.id.InstitutionId;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Which codes were withdrawn: a bit for each place, set where it was, signed (Token Status List of the IETF). Places are given at
 * random, so the list tells nothing of persons, nor of when a code was made; it can be handed on by anybody.
 */
public final class WithdrawalList {
    /** How many places there are: codes that count at the same time. */
    public static final int SIZE = 1 << 22;

    static final String TYPE = "statuslist+jwt";

    /** So long a counter without a connection may go on with a list. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** How soon there is a new one, for who has a connection. */
    private static final Duration FRESH = Duration.ofHours(1);

    /** What a hub with four times as many places could need. */
    private static final int LONGEST = 4 << 20;

    private static final int MOST_BYTES = SIZE / 8 * 4;

    private final InstitutionId issuer;
    private final Instant made;
    private final Instant end;
    private final int places;
    private final BitSet withdrawn;

    private WithdrawalList(InstitutionId issuer, Instant made, Instant end, int places, BitSet withdrawn) {
        this.issuer = issuer;
        this.made = made;
        this.end = end;
        this.places = places;
        this.withdrawn = withdrawn;
    }

    /** The list of this moment: the places of the codes that were withdrawn and would still count. */
    public static WithdrawalList of(InstitutionId issuer, Collection<Integer> withdrawn, Instant now) {
        var bits = new BitSet(SIZE);
        withdrawn.forEach(bits::set);
        Instant made = Instant.ofEpochSecond(now.getEpochSecond());
        return new WithdrawalList(issuer, made, made.plus(LIFE), SIZE, bits);
    }

    /** How lists of this hub are called; that is what a code refers to. Where to get one, people tell each other. */
    static String uri(InstitutionId issuer) {
        return issuer.value() + "/withdrawals";
    }

    public InstitutionId issuer() {
        return issuer;
    }

    /** The moment of which it speaks. */
    public Instant made() {
        return made;
    }

    /** From this moment on nobody should rely on it. */
    public Instant end() {
        return end;
    }

    boolean isTooOld(Instant now) {
        return !now.isBefore(end);
    }

    boolean has(CounterCode code) {
        return issuer.equals(code.issuer()) && code.index() < places;
    }

    boolean isWithdrawn(CounterCode code) {
        return withdrawn.get(code.index());
    }

    public String signedBy(CounterKey key) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer.value());
        claims.put("sub", uri(issuer));
        claims.put("iat", made.getEpochSecond());
        claims.put("exp", end.getEpochSecond());
        claims.put("ttl", FRESH.toSeconds());
        claims.put("status_list", Map.of("bits", 1, "lst", compressed().toString()));
        return key.signed(TYPE, claims);
    }

    /** Reads a list that one of these keys signed. */
    public static WithdrawalList read(String text, CounterKeys keys) throws NotBelieved {
        Claims claims = keys.believed(text, TYPE, LONGEST);
        try {
            Claims list = claims.object("status_list");
            var issuer = InstitutionId.of(claims.text("iss"));
            if (list.number("bits") != 1 || !claims.text("sub").equals(uri(issuer))) {
                throw new NotBelieved(CodeRefusal.UNREADABLE);
            }
            byte[] bytes = expanded(new Base64URL(list.text("lst")).decode());
            return new WithdrawalList(
                    issuer,
                    Instant.ofEpochSecond(claims.number("iat")),
                    Instant.ofEpochSecond(claims.number("exp")),
                    bytes.length * 8,
                    BitSet.valueOf(bytes));
        } catch (ParseException | DataFormatException | IllegalArgumentException | DateTimeException e) {
            throw new NotBelieved(CodeRefusal.UNREADABLE);
        }
    }

    /** Place 0 is the lowest bit of the first byte, as {@link BitSet} has it; all places are there. */
    private Base64URL compressed() {
        var deflater = new Deflater();
        try {
            deflater.setInput(Arrays.copyOf(withdrawn.toByteArray(), places / 8));
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var part = new byte[8_192];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return Base64URL.encode(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    private static byte[] expanded(byte[] compressed) throws DataFormatException {
        var inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            var bytes = new byte[MOST_BYTES];
            int length = inflater.inflate(bytes);
            if (!inflater.finished() || length == 0) {
                throw new DataFormatException("no list of at most " + MOST_BYTES + " bytes");
            }
            return Arrays.copyOf(bytes, length);
        } finally {
            inflater.end();
        }
    }
}
