package be.kruispunt.trust.counter;

import be.kruispunt.trust.OwnerOnlyFiles;
import be.kruispunt.trust.TrustFolder;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hub's key for codes, in its folder beside its others: {@code codes.key}, a JWK that only the owner reads. The public parts of keys
 * that it had before lie beside it as {@code codes-*.jwk}, as long as codes by them may count.
 */
public final class CounterKeyFiles {
    private final Path folder;

    public CounterKeyFiles(TrustFolder trust) {
        this.folder = trust.hub();
    }

    private Path file() {
        return folder.resolve("codes.key");
    }

    /** Makes the key where there is none. A hub needs no certificate for it: who reads codes has its public part. */
    public void makeIfMissing() {
        if (Files.notExists(file())) {
            try {
                OwnerOnlyFiles.createFolder(folder);
                OwnerOnlyFiles.write(file(), CounterKey.make().secretText().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("the hub's key for codes cannot be written", e);
            }
        }
    }

    /**
     * The key.
     *
     * @throws IllegalStateException if there is none that can be read
     */
    public CounterKey key() {
        try {
            return CounterKey.read(Files.readString(file()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the hub's key for codes cannot be read (" + file()
                            + "): put it back, or move it away and start the" + " hub, which makes another",
                    e);
        }
    }

    /** The public keys by which the codes of this hub are believed, the present one first. */
    public CounterKeys publicKeys() {
        var keys = new ArrayList<>(List.of(key().publicKey()));
        try (DirectoryStream<Path> former = Files.newDirectoryStream(folder, "codes-*.jwk")) {
            for (Path each : former) {
                keys.add(ECKey.parse(Files.readString(each)));
            }
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("a former key for codes cannot be read in " + folder, e);
        }
        return new CounterKeys(keys);
    }
}
