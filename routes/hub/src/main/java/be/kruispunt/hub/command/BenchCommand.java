package be.kruispunt.hub.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code hub bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
