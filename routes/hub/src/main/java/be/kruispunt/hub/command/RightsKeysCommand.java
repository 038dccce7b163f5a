package be.kruispunt.hub.command;

import be.kruispunt.trust.counter.CounterKeyFiles;
import be.kruispunt.trust.counter.CounterKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub rights keys}. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the hub's public keys by which counters believe codes and the list of withdrawals, as a JWK set;"
                    + " with",
            "--out it prints their fingerprints, which two people can compare on the telephone."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights keys --out keys.json", "  hub rights keys | jq .keys[0].kid"})
final class RightsKeysCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--out", paramLabel = "FILE", description = "into a new file")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        CounterKeys keys = new CounterKeyFiles(data.trust()).publicKeys();
        if (file.isPresent()) {
            OutFile.write(file.get(), keys.text().getBytes(StandardCharsets.UTF_8));
            keys.fingerprints().forEach((name, fingerprint) -> out.line(name + "  " + fingerprint));
            out.json(Map.of("file", file.get().toString(), "fingerprints", keys.fingerprints()));
        } else {
            out.line(keys.text());
            out.json(Map.of("keys", keys.text(), "fingerprints", keys.fingerprints()));
        }
        return Exit.SUCCESS.code();
    }
}
