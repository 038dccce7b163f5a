package be.kruispunt.buffer.file;

import be.kruispunt.buffer.LineFile.Look;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** What is done with the files of a kind, when they come in. */
interface Taker {
    /** A file that came before. */
    record Known(UUID number, String name) {}

    /** Looks at every line; empty where it is no file of this kind. */
    Optional<Look> look(Path file) throws IOException;

    /** Whether a file was begun under this number. */
    boolean has(UUID number);

    boolean has(InstitutionId sender, String name);

    Optional<Known> same(InstitutionId sender, Digest content);

    /** Begins to answer it, or to take what it tells; its content and its name are new. */
    void begin(ProvedFile file, Look look) throws NotTaken, IOException;
}
