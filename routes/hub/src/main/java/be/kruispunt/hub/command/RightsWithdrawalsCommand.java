package be.kruispunt.hub.command;

import be.kruispunt.hub.Counter;
import be.kruispunt.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub rights withdrawals}. */
@Command(
        name = "withdrawals",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the signed list of codes that were withdrawn, to be handed on to counters without a connection. It"
                    + " is",
            "good for seven days, and tells nothing of persons."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights withdrawals --out withdrawals.jwt", "  hub rights withdrawals > withdrawals.jwt"})
final class RightsWithdrawalsCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--out", paramLabel = "FILE", description = "into a new file")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            String list = new Counter(
                            data.settings(),
                            data.trust(),
                            store::register,
                            store.rights(),
                            data.settings().schemes())
                    .withdrawals()
                    .list();
            if (file.isPresent()) {
                OutFile.write(file.get(), list.getBytes(StandardCharsets.UTF_8));
                out.json(Map.of("file", file.get().toString()));
            } else {
                out.line(list);
                out.json(Map.of("withdrawals", list));
            }
            return Exit.SUCCESS.code();
        }
    }
}
