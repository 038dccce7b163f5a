package be.kruispunt.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The documents that commands are given; {@code -} is standard input. */
final class Xml {
    static final Path STANDARD = Path.of("-");

    private Xml() {}

    static byte[] read(Path file) {
        try {
            return file.equals(STANDARD) ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new WrongUse("cannot read " + file + ": there is no such file");
        } catch (IOException e) {
            throw new WrongUse(
                    "cannot read " + file + ": " + (Files.isDirectory(file) ? "it is a folder" : e.getMessage()));
        }
    }
}
