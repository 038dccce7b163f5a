package be.kruispunt.hub.bench;

import java.io.IOException;
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
    static OpenLoop measure(Environment environment, Plan plan, double share, double rate) throws IOException {
        Site site = environment.site();
        var arguments = new Clients.Arguments(
                site.data().root(), site.broker(), plan.senders(), plan.mix(), rate, plan.openLoopSeconds());
        try (var clients = ClientProcess.start(
                Clients.class, arguments.words(), site.data().root().resolve("clients.log"))) {
            clients.expect(Clients.READY);
            Moment begun = Moment.now(environment.storeFolder());
            clients.go();
            String[] words = clients.expect(Clients.LATENCY).split(" ", -1);
            double busy = Moment.now(environment.storeFolder()).busySince(begun);
            return new OpenLoop(
                    share,
                    rate,
                    busy,
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]));
        }
    }

    /** The shares at which it is measured: at leisure, as planned, and near what the machine can carry. */
    static List<Double> shares() {
        return List.of(0.2, 0.5, 0.8);
    }
}
