package be.kruispunt.buffer.file;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where files come and go:
 *
 * <pre>
 * in/BE-0403019261/   NAME.csv NAME.csv.p7s NAME.go
 * out/BE-0403019261/  NAME.receipt.csv ... NAME.result.csv ... ENERGY_SOCIAL_TARIFF.SOCIAL_TARIFF.2027-Q1.quarter.csv ...
 * work/               what the hub has taken and not answered yet; nobody else's
 * </pre>
 */
public record BatchFolder(Path root) {
    /** The end of a file that says that those beside it are whole. */
    static final String GO = ".go";

    static final String DATA = ".csv";
    static final String SIGNATURE = ".p7s";

    private static final int COUNTRY = 2;

    Path in() {
        return root.resolve("in");
    }

    Path in(InstitutionId institution) {
        return in().resolve(institution.fileName());
    }

    Path out(InstitutionId institution) {
        return root.resolve("out").resolve(institution.fileName());
    }

    Path work() {
        return root.resolve("work");
    }

    /** Where the file of a run or a report is kept until all of it is done. */
    public Path kept(UUID number) {
        return work().resolve(number + DATA);
    }

    /** Takes what was given away, GO first, so that nobody takes half of it for whole. */
    void takeAway(InstitutionId institution, List<String> names) throws IOException {
        Path out = out(institution);
        for (String name : names) {
            for (String part : List.of(GO, DATA + SIGNATURE, DATA)) {
                Files.deleteIfExists(out.resolve(name + part));
            }
        }
    }

    /** Makes what is not there yet. */
    public void create(Iterable<InstitutionId> senders) throws IOException {
        Files.createDirectories(in());
        Files.createDirectories(work());
        for (InstitutionId sender : senders) {
            Files.createDirectories(in(sender));
            Files.createDirectories(out(sender));
        }
    }

    /** Whose folders there are. */
    List<InstitutionId> senders() throws IOException {
        try (Stream<Path> folders = Files.list(in())) {
            return folders.filter(Files::isDirectory)
                    .flatMap(folder -> institution(folder.getFileName().toString()).stream())
                    .sorted()
                    .toList();
        }
    }

    private static Optional<InstitutionId> institution(String name) {
        if (name.length() <= COUNTRY || name.charAt(COUNTRY) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(InstitutionId.of(name.substring(0, COUNTRY) + ':' + name.substring(COUNTRY + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
