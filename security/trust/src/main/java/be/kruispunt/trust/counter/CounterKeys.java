package be.kruispunt.trust.counter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The public keys of a hub for codes: the present one, and those before it whose codes still count. A JWK set (RFC 7517). */
public final class CounterKeys {
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");

    /** No other is read: what a header may ask for beside these, nobody here has made. */
    private static final Set<String> HEADER = Set.of("typ", "alg", "kid");

    private final List<ECKey> keys;

    CounterKeys(List<ECKey> keys) {
        this.keys = keys.stream().map(ECKey::toPublicJWK).toList();
    }

    /**
     * Reads a JWK set.
     *
     * @throws IllegalArgumentException if it is none, or has no key of P-256
     */
    public static CounterKeys read(String text) {
        var found = new ArrayList<ECKey>();
        try {
            for (JWK key : JWKSet.parse(text).getKeys()) {
                if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && ec.getKeyID() != null) {
                    found.add(ec);
                }
            }
        } catch (ParseException e) {
            throw new IllegalArgumentException("a set of keys (JWK, RFC 7517) wanted, as hub rights keys writes it");
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no key of P-256 in this set of keys");
        }
        return new CounterKeys(found);
    }

    /** As a JWK set, to be handed out. */
    public String text() {
        return new JWKSet(List.<JWK>copyOf(keys)).toString();
    }

    /** Name to fingerprint (RFC 7638) of each: what two people compare who do not trust the way that the file came. */
    public Map<String, String> fingerprints() {
        var fingerprints = new TreeMap<String, String>();
        for (ECKey key : keys) {
            try {
                fingerprints.put(key.getKeyID(), key.computeThumbprint().toString());
            } catch (JOSEException e) {
                throw new IllegalStateException("this Java has no SHA-256", e);
            }
        }
        return fingerprints;
    }

    /**
     * The claims of what was signed with one of these keys.
     *
     * @param longest more characters are not read
     */
    Claims believed(String text, String type, int longest) throws NotBelieved {
        if (text.length() > longest || !COMPACT.matcher(text).matches()) {
            throw new NotBelieved(CodeRefusal.UNREADABLE);
        }
        try {
            JWSObject object = JWSObject.parse(text);
            requireForm(object, type);
            ECKey key = key(object.getHeader().getKeyID()).orElseThrow(() -> new NotBelieved(CodeRefusal.UNKNOWN_KEY));
            if (!object.verify(new ECDSAVerifier(key))) {
                throw new NotBelieved(CodeRefusal.FORGED);
            }
            return new Claims(Optional.ofNullable(object.getPayload().toJSONObject())
                    .orElseThrow(() -> new NotBelieved(CodeRefusal.UNREADABLE)));
        } catch (ParseException | JOSEException e) {
            throw new NotBelieved(CodeRefusal.UNREADABLE);
        }
    }

    /** One algorithm, one type, and each part as its bytes are written: of one code there is one text. */
    private static void requireForm(JWSObject object, String type) throws NotBelieved {
        JWSHeader header = object.getHeader();
        boolean ours = header.getIncludedParams().equals(HEADER)
                && header.getAlgorithm().equals(JWSAlgorithm.ES256)
                && type.equals(header.getType().getType());
        boolean canonical = Stream.of(object.getParsedParts())
                .allMatch(part -> Base64URL.encode(part.decode()).equals(part));
        if (!ours || !canonical) {
            throw new NotBelieved(CodeRefusal.UNREADABLE);
        }
    }

    private Optional<ECKey> key(String id) {
        return keys.stream().filter(key -> key.getKeyID().equals(id)).findFirst();
    }
}
