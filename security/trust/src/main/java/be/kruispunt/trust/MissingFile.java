package be.kruispunt.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that the trust folder lacks, and how to come by it.
 *
 * @param file its name below the trust folder
 * @param what what it holds
 * @param how a command that makes it, to be run in the trust folder; capitals stand for files of the operator's
 * @param required whether no hub starts without it; without a revocation list it starts, and waits for one
 */
public record MissingFile(String file, String what, String how, boolean required) {
    /** The files that are missing, in the order in which they are made. */
    public static List<MissingFile> in(TrustFolder folder) {
        var missing = new ArrayList<MissingFile>();
        missing.addAll(keyStore(folder, "sign", "the hub's signing key and its certificate"));
        missing.addAll(keyStore(folder, "tls", "the hub's key for connections and its certificate"));
        if (Files.notExists(folder.trust()) || Files.notExists(TrustFolder.passwordFile(folder.trust()))) {
            missing.add(new MissingFile(
                    "trust.p12",
                    "the authorities to believe, and its password beside it",
                    "keytool -importcert -noprompt -alias authority -file AUTHORITY.pem -keystore trust.p12"
                            + " -storetype PKCS12 -storepass:file trust.p12.password",
                    true));
        }
        if (!hasList(folder)) {
            missing.add(new MissingFile(
                    "revoked.crl",
                    "the revocation list of each authority, in PEM, one after the other",
                    "cp LIST.pem revoked.crl",
                    false));
        }
        return List.copyOf(missing);
    }

    private static boolean hasList(TrustFolder folder) {
        if (!Files.isDirectory(folder.root())) {
            return false;
        }
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(folder.root(), "revoked*.crl")) {
            return lists.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder.root() + " cannot be read", e);
        }
    }

    private static List<MissingFile> keyStore(TrustFolder folder, String name, String what) {
        Path store = folder.hub().resolve(name + ".p12");
        if (Files.exists(store) && Files.exists(TrustFolder.passwordFile(store))) {
            return List.of();
        }
        String p12 = "hub/" + name + ".p12";
        return List.of(new MissingFile(
                p12,
                what + ", and its password beside it",
                "openssl pkcs12 -export -inkey hub/" + name + ".key -in CERTIFICATE.pem -out " + p12 + " -passout file:"
                        + p12 + ".password",
                true));
    }
}
