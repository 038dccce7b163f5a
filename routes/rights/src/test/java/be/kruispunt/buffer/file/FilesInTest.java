package be.kruispunt.buffer.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.FileSignature;
import be.kruispunt.trust.FileSigner;
import be.kruispunt.trust.FileVerifier;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in through the door by files, before anybody is believed. */
class FilesInTest {
    private final Path folder;

    FilesInTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static MessageDigest sha256() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256");
    }

    @Test
    void aFile_isReady_onceItsGoIsThere_andWhatIsHiddenIsNot() throws IOException {
        Files.writeString(folder.resolve("whole.csv"), "x");
        Files.createFile(folder.resolve("whole.go"));
        Files.writeString(folder.resolve("half.csv"), "x");
        Files.createFile(folder.resolve(".hidden.go"));
        assertThat(Triple.ready(folder)).containsExactly(new Triple(folder, "whole"));
    }

    @Test
    void aCopy_isTheFile_withItsDigests() throws Exception {
        byte[] content = "rights-question;1\n".repeat(10_000).getBytes(UTF_8);
        Path file = Files.write(folder.resolve("a.csv"), content);
        Copy copy = Copy.of(file, folder.resolve("kept"), sha256(), content.length);
        assertThat(copy.digest()).isEqualTo(Digest.of(content));
        assertThat(copy.hash().bytes()).isEqualTo(sha256().digest(content));
        assertThat(copy.file()).hasBinaryContent(content);
    }

    @Test
    void aFileThatIsTooLarge_isNotReadToItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "x".repeat(100_001));
        assertThatExceptionOfType(Copy.TooLarge.class)
                .isThrownBy(() -> Copy.of(file, folder.resolve("kept"), sha256(), 100_000));
    }

    /** A supplier could name any file of the hub's by a link. */
    @Test
    void aLink_isNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        var triple = new Triple(folder, "a");
        Files.createSymbolicLink(triple.data(), secret);
        Files.createSymbolicLink(folder.resolve("a.csv.p7s"), secret);
        assertThat(triple.hasData()).isFalse();
        assertThat(triple.signature()).isEmpty();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Copy.of(triple.data(), folder.resolve("kept"), sha256(), 100));
    }

    @Test
    void aName_isFitForALogAndAFile_whateverItWas() {
        assertThat(new Triple(folder, "2026-11_a.b").hasFitName()).isTrue();
        assertThat(new Triple(folder, "my file\u001b[2J").fitName()).isEqualTo("~my_file__2J");
        assertThat(new Triple(folder, "-".repeat(200)).fitName()).hasSize(80);
    }

    /** Who could write where results lie, could put another file in the place of one before it is signed. */
    @Test
    void whatIsSigned_isWhatWasWritten_andNotWhatLiesThereByThen() throws Exception {
        var trust = new TrustFolder(folder.resolve("trust"));
        var hub = InstitutionId.of("BE:0999999922");
        DemonstrationAuthority.create(trust, InstantSource.system()).issueHub(hub, "Hub", List.of());
        var signer = new FileSigner(trust.hubIdentity(), CryptoProviders.best(), InstantSource.system());
        Path out = folder.resolve("out");
        new TripleWriter(signer).write(out, "a", content -> {
            content.write("written".getBytes(UTF_8));
            exchange(out);
        });
        var verifier = new FileVerifier(trust.trustStore(), CryptoProviders.best());
        FileSignature signature = FileSignature.read(Files.readAllBytes(out.resolve("a.csv.p7s")));
        assertThat(out.resolve("a.csv")).hasContent("put there");
        assertThat(verifier.verify(signature, sha256().digest("written".getBytes(UTF_8)), Instant.now())
                        .institution())
                .isEqualTo(hub);
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(
                        () -> verifier.verify(signature, sha256().digest("put there".getBytes(UTF_8)), Instant.now()));
    }

    private static void exchange(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                Files.delete(file);
                Files.writeString(file, "put there");
            }
        }
    }
}
