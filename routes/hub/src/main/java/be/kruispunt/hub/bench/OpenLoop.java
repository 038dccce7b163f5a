package be.kruispunt.hub.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Latency under a load that does not wait for answers, as {@link Clients} in a process of their own see it.
 *
 * @param share of the rate at which the hub drains a backlog
 * @param rate messages per second
 * @param busy share of the machine that the hub, its broker and its PostgreSQL were at work meanwhile; the clients come on top
 * @param p50 in milliseconds, and so on
 */
record OpenLoop(double share, double rate, double busy, double p50, double p95, double p99) {
    static OpenLoop measure(Environment environment, Plan plan, double share, double rate)
            throws IOException, InterruptedException {
        Process clients = start(environment.site(), plan, rate);
        try (BufferedReader said = clients.inputReader(StandardCharsets.UTF_8);
                var tell = clients.outputWriter(StandardCharsets.UTF_8)) {
            expect(said, Clients.READY);
            Moment begun = Moment.now(environment.storeFolder());
            tell.write("go\n");
            tell.flush();
            String[] words = expect(said, Clients.LATENCY).split(" ", -1);
            double busy = Moment.now(environment.storeFolder()).busySince(begun);
            return new OpenLoop(
                    share,
                    rate,
                    busy,
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]));
        } finally {
            clients.destroy();
            clients.waitFor();
        }
    }

    private static Process start(Site site, Plan plan, double rate) throws IOException {
        var arguments = new Clients.Arguments(
                site.data().root(), site.broker(), plan.senders(), plan.mix(), rate, plan.openLoopSeconds());
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Clients.class.getName());
        command.command().addAll(arguments.words());
        command.redirectError(site.data().root().resolve("clients.log").toFile());
        return command.start();
    }

    /** The line that begins so; others are the log's. */
    private static String expect(BufferedReader said, String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) {
                return line;
            }
        }
        throw new IllegalStateException("the clients ended before they said " + word + "; clients.log says why");
    }

    /** The shares at which it is measured: at leisure, as planned, and near what the machine can carry. */
    static List<Double> shares() {
        return List.of(0.2, 0.5, 0.8);
    }
}
