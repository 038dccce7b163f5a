package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.OwnCertificates;
import be.kruispunt.trust.Purpose;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.trust.TrustStore;
import be.kruispunt.web.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that cannot sign, or not keep what it signed, says so. */
class HubHealthTest {
    @TempDir
    private Path temporary = Path.of("");

    /** Seconds that the health's clock is ahead. */
    private final AtomicLong clock = new AtomicLong();

    private TrustFolder folder = new TrustFolder(temporary);

    @BeforeEach
    void certify() {
        folder = new TrustFolder(temporary.resolve("trust"));
        DemonstrationAuthority.create(folder, InstantSource.system())
                .issueHub(Settings.defaults().hub(), "Hub", List.of());
    }

    @Test
    void whoCanSignAndKeep_isUp_andWhoCannotKeep_isDown() {
        assertThat(health(true)).isEqualTo(Health.UP);
        assertThat(health(false)).isEqualTo(Health.DOWN);
    }

    @Test
    void whoseCertificateIsRevoked_isDown() {
        DemonstrationAuthority.open(folder, InstantSource.system())
                .revoke(folder.hubIdentity().certificate());
        assertThat(health(true)).isEqualTo(Health.DOWN);
    }

    /** What it signed for a while already, and nobody can believe any more. */
    @Test
    void whoseSigningCertificateHasExpired_isDown() {
        Instant now = Instant.now();
        DemonstrationAuthority.open(folder, InstantSource.system())
                .issue(
                        CertificateOrder.signing(Settings.defaults().hub(), "Hub", now)
                                .validBetween(now.minus(Duration.ofDays(2)), now.minusSeconds(1)),
                        folder.hub().resolve("sign.p12"));
        assertThat(health(true)).isEqualTo(Health.DOWN);
    }

    @Test
    void whereNobodyCanTellWhetherItIsRevoked_somebodyHasToSeeToIt() throws IOException {
        Files.delete(folder.revocationList());
        assertThat(health(true)).isEqualTo(Health.DEGRADED);
    }

    /** A store that is away keeps one waiting for seconds: the others must not wait for one another's seconds. */
    @Test
    void whoAskedWhileItWasTried_isToldWhatCameOfThat() throws Exception {
        var tries = new AtomicInteger();
        var goOn = new CountDownLatch(1);
        HubHealth health = hubHealth(() -> answers(false, tries, goOn));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Health>> told = Stream.generate(() -> executor.submit(health::get))
                    .limit(20)
                    .toList();
            await().until(() -> tries.get() == 1);
            goOn.countDown();
            for (Future<Health> each : told) {
                assertThat(each.get()).isEqualTo(Health.DOWN);
            }
        }
        assertThat(tries).hasValue(1);
    }

    /** A monitor waits no longer than the hub does, and a question that hangs is not put again and again. */
    @Test
    void whereTheStoreKeepsSilent_itIsDown_andAskedOnce_untilItHasAnswered() {
        var tries = new AtomicInteger();
        var goOn = new CountDownLatch(1);
        HubHealth health = hubHealth(() -> answers(true, tries, goOn));
        assertThat(health.get()).isEqualTo(Health.DOWN);
        clock.addAndGet(60);
        assertThat(health.get()).isEqualTo(Health.DOWN);
        assertThat(tries).hasValue(1);

        goOn.countDown();
        await().until(() -> {
            clock.addAndGet(60);
            return health.get() == Health.UP;
        });
    }

    private Health health(boolean storeAnswers) {
        return hubHealth(() -> storeAnswers).get();
    }

    private HubHealth hubHealth(BooleanSupplier storeAnswers) {
        TrustStore trust = folder.trustStore();
        var own = new OwnCertificates(folder, trust, Settings.defaults().hub(), Purpose.TLS_SERVER);
        CryptoProviders crypto = CryptoProviders.best();
        return new HubHealth(
                storeAnswers,
                new HubTrust(folder, trust, own),
                new DocumentSigner(folder.hubIdentity(), crypto, InstantSource.system()),
                new DocumentVerifier(trust, crypto),
                () -> Instant.now().plusSeconds(clock.get()));
    }

    /** Keeps silent until it may go on. */
    private static boolean answers(boolean answer, AtomicInteger tries, CountDownLatch goOn) {
        tries.incrementAndGet();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return answer;
    }
}
