package be.kruispunt.hub.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.hub.Settings;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.FileSignature;
import be.kruispunt.trust.FileSigner;
import be.kruispunt.trust.FileVerifier;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.SigningIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** The folders of a hub in which files come and go, as those who own one see them. */
final class FileRoom {
    private final TestHub hub;
    private final CryptoProviders crypto = CryptoProviders.best();

    FileRoom(TestHub hub) {
        this.hub = hub;
    }

    Path in(InstitutionId owner) {
        return hub.files().resolve("in").resolve(owner.fileName());
    }

    Path out(InstitutionId owner) {
        return hub.files().resolve("out").resolve(owner.fileName());
    }

    Path write(InstitutionId owner, String name, String... lines) throws IOException {
        return Files.writeString(in(owner).resolve(name + ".csv"), String.join("\n", lines) + "\n");
    }

    void sign(Path file, SigningIdentity signer) throws IOException {
        Files.write(
                file.resolveSibling(file.getFileName() + ".p7s"),
                new FileSigner(signer, crypto, InstantSource.system()).sign(Digest.of(Files.readAllBytes(file))));
    }

    void go(InstitutionId owner, String name) throws IOException {
        Files.createFile(in(owner).resolve(name + ".go"));
    }

    void put(InstitutionId owner, SigningIdentity signer, String name, String... lines) throws IOException {
        sign(write(owner, name, lines), signer);
        go(owner, name);
    }

    SigningIdentity key(InstitutionId owner) {
        return hub.trust().identity(owner);
    }

    /** Waits for a file of the hub's, and holds that it is whole and the hub's. */
    List<String> answer(InstitutionId owner, String name) throws IOException {
        await(name).atMost(Door.PATIENCE).until(() -> Files.exists(out(owner).resolve(name + ".go")));
        Path file = out(owner).resolve(name + ".csv");
        try {
            FileSignature signature =
                    FileSignature.read(Files.readAllBytes(out(owner).resolve(name + ".csv.p7s")));
            MessageDigest digest = signature.digest();
            digest.update(Files.readAllBytes(file));
            assertThat(new FileVerifier(hub.trust().trustStore(), crypto)
                            .verify(signature, digest.digest(), Instant.now())
                            .institution())
                    .isEqualTo(Settings.defaults().hub());
        } catch (NotVerified e) {
            throw new AssertionError(e);
        }
        return Files.readAllLines(file);
    }

    /** The outcome, and the code and line of what is wrong. */
    String receipt(InstitutionId owner, String name) {
        try {
            List<String> lines = answer(owner, name + ".receipt");
            String outcome = lines.getFirst().split(";", -1)[3];
            return lines.size() == 1
                    ? outcome
                    : outcome + " "
                            + lines.stream()
                                    .skip(1)
                                    .map(line -> line.split(";", -1)[0] + " " + line.split(";", -1)[1])
                                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
