package be.kruispunt.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest list that was taken of each series, in a small file beside the lists: whoever puts an older list back, after
 * a restart too, takes no revocation back.
 */
final class SeenLists {
    private static final Logger LOG = LoggerFactory.getLogger(SeenLists.class);
    private static final String NO_NUMBER = "-";

    private final Path file;
    private final Map<String, ListAge> newest = new TreeMap<>();
    private boolean changed;

    SeenLists(Path file) {
        this.file = file;
        try {
            Files.readAllLines(file).forEach(this::read);
        } catch (NoSuchFileException | AccessDeniedException e) {
            LOG.debug("no {} to read", file.getFileName());
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    file + " cannot be read: " + e.getMessage()
                            + "; put it back from a copy: without it an older revocation list would be believed",
                    e);
        }
    }

    private void read(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("three words wanted on each line");
        }
        Optional<BigInteger> number =
                parts[1].equals(NO_NUMBER) ? Optional.empty() : Optional.of(new BigInteger(parts[1]));
        newest.put(parts[0], new ListAge(number, Instant.parse(parts[2])));
    }

    Optional<ListAge> newest(String series) {
        return Optional.ofNullable(newest.get(series));
    }

    void note(String series, ListAge age) {
        ListAge known = newest.get(series);
        if (known == null || known.isOlderThan(age)) {
            newest.put(series, age);
            changed = true;
        }
    }

    /** Writes what is new. A folder that cannot be written is no reason to stop: this process remembers all the same. */
    void save() {
        if (!changed) {
            return;
        }
        changed = false;
        String text = newest.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + entry.getValue().number().map(BigInteger::toString).orElse(NO_NUMBER) + " "
                        + entry.getValue().thisUpdate() + "\n")
                .collect(Collectors.joining());
        try {
            OwnerOnlyFiles.write(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.info("{} cannot be written, so the lists that were seen are forgotten at the end", file.getFileName());
        }
    }
}
