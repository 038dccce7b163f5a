package be.kruispunt.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of revocation lists, as it was read: one list in DER, or any number in PEM, one after the other.
 *
 * @param stamp tells whether the file is still the one that was read
 * @param lists those that a trusted issuer signed
 * @param remarks what was not taken, and why
 */
record RevocationFile(Stamp stamp, List<Signed> lists, List<String> remarks) {
    /** Some 1.3 million entries; a list of that size is published in parts. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int SEQUENCE = 0x30;
    private static final byte[] BEGIN = "-----BEGIN X509 CRL-----".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "-----END X509 CRL-----".getBytes(StandardCharsets.US_ASCII);

    record Stamp(FileTime modified, long size, @Nullable Object fileKey) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }

    /** A list, and the issuer whose key signed it. */
    record Signed(Issuer signer, RevocationList list, String series) {
        Signed(Issuer signer, RevocationList list) {
            this(signer, list, series(signer, list));
        }

        /** Names the series in which this list has its number: this key's, of this scope. */
        private static String series(Issuer signer, RevocationList list) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(signer.name().getEncoded());
                digest.update(signer.key().getEncoded());
                digest.update(list.scope().series().getBytes(StandardCharsets.US_ASCII));
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java lacks SHA-256", e);
            }
        }
    }

    RevocationFile {
        lists = List.copyOf(lists);
        remarks = List.copyOf(remarks);
    }

    /** Reads the file. What cannot be read of it leaves what was read before, which the issuers' dates outdate. */
    static RevocationFile read(Path file, Stamp stamp, List<Issuer> issuers, Optional<RevocationFile> before) {
        List<Signed> lists = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        try {
            if (stamp.size() > MOST_BYTES) {
                throw new IOException("it has " + stamp.size() + " bytes, and at most " + MOST_BYTES + " are read");
            }
            for (byte[] der : parts(Files.readAllBytes(file))) {
                take(der, issuers, lists, remarks);
            }
        } catch (IOException | OutOfMemoryError e) {
            // The error too: a file that does not fit must not end what works without it.
            remarks.add("it cannot be read whole: " + e.getMessage());
            before.ifPresent(earlier -> lists.addAll(earlier.lists()));
        }
        String name = file.getFileName() + ": ";
        return new RevocationFile(
                stamp, lists, remarks.stream().map(name::concat).toList());
    }

    private static void take(byte[] der, List<Issuer> issuers, List<Signed> lists, List<String> remarks)
            throws IOException {
        try {
            RevocationList list = RevocationListReader.read(der);
            issuers.stream()
                    .filter(issuer -> issuer.hasSigned(list))
                    .findFirst()
                    .ifPresentOrElse(
                            issuer -> lists.add(new Signed(issuer, list)),
                            () -> remarks.add("no trusted authority signed the list in the name of " + list.issuer()));
        } catch (UnusableList e) {
            remarks.add("a list is not used: " + e.getMessage());
        }
    }

    private static List<byte[]> parts(byte[] content) throws IOException {
        if (content.length > 0 && content[0] == SEQUENCE) {
            return List.of(content);
        }
        List<byte[]> parts = new ArrayList<>();
        for (int begin = indexOf(BEGIN, content, 0); begin >= 0; ) {
            int end = indexOf(END, content, begin);
            if (end < 0) {
                throw new IOException("a list has a begin and no end");
            }
            try {
                parts.add(Base64.getMimeDecoder().decode(Arrays.copyOfRange(content, begin + BEGIN.length, end)));
            } catch (IllegalArgumentException e) {
                throw new IOException("a list is not base64");
            }
            begin = indexOf(BEGIN, content, end);
        }
        if (parts.isEmpty()) {
            throw new IOException("it holds no list, neither in PEM nor in DER");
        }
        return parts;
    }

    private static int indexOf(byte[] what, byte[] content, int from) {
        for (int i = from; i <= content.length - what.length; i++) {
            if (content[i] == what[0] && Arrays.equals(content, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}
