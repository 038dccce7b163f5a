package be.kruispunt.hub;

import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.OwnCertificateUnusable;
import be.kruispunt.trust.RevocationUnknown;
import be.kruispunt.trust.SignerUnavailable;
import be.kruispunt.web.Health;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Whether what comes now could be answered, and its proof be kept. Tried, not guessed: the store answers, and the hub signs
 * something that it then believes. X-Road's health once said yes while its key was locked.
 */
final class HubHealth implements Supplier<Health> {
    private static final byte[] SOMETHING = "<health xmlns=\"urn:kruispunt:health\"/>".getBytes(StandardCharsets.UTF_8);

    /** Who asks more often gets the last one; so does who waited while somebody else's was tried. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** A monitor does not wait long: who gives no answer in this time gives none. */
    private static final Duration IN_TIME = Duration.ofSeconds(1);

    private final InTime<Boolean> storeAnswers;
    private final HubTrust trust;
    private final DocumentSigner signer;
    private final DocumentVerifier verifier;
    private final InstantSource clock;
    private Instant triedAt = Instant.MIN;
    private Health last = Health.DOWN;

    HubHealth(
            BooleanSupplier storeAnswers,
            HubTrust trust,
            DocumentSigner signer,
            DocumentVerifier verifier,
            InstantSource clock) {
        this.storeAnswers = new InTime<>(storeAnswers::getAsBoolean, IN_TIME, false);
        this.trust = trust;
        this.signer = signer;
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public Health get() {
        return asOf(clock.instant());
    }

    private synchronized Health asOf(Instant asked) {
        if (triedAt.plus(FRESH).isBefore(asked)) {
            last = tried(asked);
            triedAt = clock.instant();
        }
        return last;
    }

    private Health tried(Instant now) {
        if (!storeAnswers.ask(false)) {
            return Health.DOWN;
        }
        try {
            trust.own().requireUsable(now);
            Document something = something();
            signer.sign(something);
            verifier.verify(something, now);
        } catch (OwnCertificateUnusable | SignerUnavailable | NotVerified e) {
            return Health.DOWN;
        } catch (RevocationUnknown e) {
            return Health.DEGRADED;
        }
        return trust.concerns(now).isEmpty() ? Health.UP : Health.DEGRADED;
    }

    private static Document something() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(SOMETHING));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the platform's own parser reads what is written here", e);
        }
    }
}
