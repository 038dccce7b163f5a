package be.kruispunt.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reading and writing of the files that commands are given; {@code -} is standard input or output. */
final class Xml {
    private static final Path STANDARD = Path.of("-");

    private Xml() {}

    static byte[] read(Path file) {
        try {
            return file.equals(STANDARD) ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new WrongUse("cannot read " + file);
        }
    }

    static void write(Path file, byte[] xml) {
        try {
            if (file.equals(STANDARD)) {
                System.out.write(xml);
                System.out.flush();
            } else {
                Files.write(file, xml);
            }
        } catch (IOException e) {
            throw new WrongUse("cannot write " + file);
        }
    }
}
