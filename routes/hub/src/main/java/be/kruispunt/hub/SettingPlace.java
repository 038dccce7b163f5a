package be.kruispunt.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Where a key stands in a file of settings, for whoever has to change it. */
final class SettingPlace {
    private SettingPlace() {}

    /** The file, and the line where it can be told: of two the last, which is the one that counts. */
    static String of(Path file, String key) {
        try {
            List<String> lines = Files.readAllLines(file);
            return file
                    + IntStream.range(0, lines.size())
                            .filter(line -> !key.isEmpty()
                                    && lines.get(line)
                                            .strip()
                                            .split("[=:\\s]", 2)[0]
                                            .equals(key))
                            .boxed()
                            .reduce((first, second) -> second)
                            .map(line -> ", line " + (line + 1))
                            .orElse("");
        } catch (IOException e) {
            return file.toString(); // it was read a moment ago, and was the trouble then
        }
    }
}
