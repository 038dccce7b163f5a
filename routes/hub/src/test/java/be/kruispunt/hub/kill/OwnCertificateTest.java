package be.kruispunt.hub.kill;

import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.hub.command.Exit;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.DemonstrationAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hub signs with a certificate that does not count nobody can believe, so it takes nothing in; and says so. */
@Tag("long")
class OwnCertificateTest {
    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HubFolder folder;
    private final DemonstrationAuthority authority;

    OwnCertificateTest(@TempDir Path root) throws IOException {
        folder = HubFolder.prepare(root, 1);
        authority = DemonstrationAuthority.open(folder.trust(), InstantSource.system());
    }

    private void certify(Duration begin, Duration end) {
        Instant now = Instant.now();
        authority.issue(
                CertificateOrder.signing(folder.settings().hub(), "Kruispunt", now)
                        .validBetween(now.plus(begin), now.plus(end)),
                folder.trust().hub().resolve("sign.p12"));
    }

    private void assertDoesNotStart(String why) throws IOException {
        try (HubProcess hub = HubProcess.startInVain(folder)) {
            assertThat(hub.exitCode()).as(hub.log()).isEqualTo(Exit.UNREACHABLE.code());
            assertThat(hub.log())
                    .contains("the hub's signing certificate (hub/sign.p12) does not count: ", why)
                    .contains("put another in its place and start the hub again")
                    .doesNotContain("\tat ", "ready after");
        }
    }

    private List<byte[]> read(InstitutionId institution, Duration patience) {
        var read = new ArrayList<byte[]>();
        try (InstitutionClient client = folder.connect(institution)) {
            client.receive(patience, read::add);
        }
        return read;
    }

    @Test
    void itWarnsAhead_takesNothingInOnceItIsRevoked_andGoesOnWithAnother() throws IOException {
        Signed message = folder.messages(1).getFirst();
        certify(Duration.ofHours(-1), Duration.ofDays(20));
        try (HubProcess hub = HubProcess.start(folder)) {
            hub.awaitLog("trust: the hub's signing certificate (hub/sign.p12) ends on ");

            authority.revoke(folder.trust().hubIdentity().certificate());
            hub.awaitLog("trust: the hub's signing certificate (hub/sign.p12) does not count: ");
            try (InstitutionClient client = folder.connect(message.sender())) {
                client.send(message.xml());
            }
            hub.awaitLog("KP3001 intake pauses: ");
            assertThat(read(message.sender(), A_MOMENT)).as("answers").isEmpty();
            assertThat(read(RVA, A_MOMENT)).as("documents").isEmpty();
            assertThat(hub.log()).doesNotContain(message.digest().hex(), "KP1001", "KP1002");
        }
        assertDoesNotStart("the certificate was revoked on ");
        certify(Duration.ofDays(-3), Duration.ofDays(-1));
        assertDoesNotStart("the certificate is valid from ");
        certify(Duration.ofDays(1), Duration.ofDays(3));
        assertDoesNotStart("the certificate is valid from ");

        certify(Duration.ofHours(-1), Duration.ofDays(700));
        try (HubProcess hub = HubProcess.start(folder)) {
            assertThat(read(message.sender(), PATIENCE)).as("answers").hasSize(1);
            assertThat(read(RVA, PATIENCE)).as("documents").hasSize(1);
            assertThat(hub.log()).doesNotContain("trust: ");
        }
    }
}
