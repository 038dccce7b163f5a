package be.kruispunt.trust.counter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.Map;

/**
 * The key by which the hub signs codes and the list of what was withdrawn: EC P-256, for this and nothing else. It does not leave this
 * package, and does not print itself. A document of the hub is signed with another, so a code cannot be taken for one.
 */
public final class CounterKey {
    /** 48 bits tell the keys of a hub apart; a code has to be short. */
    private static final int KEY_ID = 8;

    private final ECKey key;
    private final JWSSigner signer;

    private CounterKey(ECKey key) {
        this.key = key;
        try {
            this.signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("a private key of P-256 wanted", e);
        }
    }

    /** A new one. */
    static CounterKey make() {
        try {
            ECKey made = new ECKeyGenerator(Curve.P_256).generate();
            return new CounterKey(named(made));
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot make a key of P-256", e);
        }
    }

    /** Named after itself (RFC 7638), so that no two keys have one name. */
    private static ECKey named(ECKey made) throws JOSEException {
        return new ECKey.Builder(made)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyID(made.computeThumbprint().toString().substring(0, KEY_ID))
                .build();
    }

    /**
     * Reads a JWK (RFC 7517).
     *
     * @throws IllegalArgumentException if it is no private key of P-256; the text is not repeated
     */
    static CounterKey read(String jwk) {
        try {
            ECKey read = ECKey.parse(jwk);
            if (!read.isPrivate() || !Curve.P_256.equals(read.getCurve())) {
                throw new IllegalArgumentException("a private key of P-256 wanted");
            }
            return new CounterKey(named(read));
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("a private key of P-256 as a JWK wanted");
        }
    }

    /** With its private part, for its file. */
    String secretText() {
        return key.toJSONString();
    }

    /** Its public part. */
    ECKey publicKey() {
        return key.toPublicJWK();
    }

    /** JWS in its compact form (RFC 7515). */
    String signed(String type, Map<String, Object> claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build();
        var object = new JWSObject(header, new Payload(claims));
        try {
            object.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key of codes did not sign", e);
        }
        return object.serialize();
    }

    @Override
    public String toString() {
        return "CounterKey[" + key.getKeyID() + "]";
    }
}
