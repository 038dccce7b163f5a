package be.kruispunt.hub.bench;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Party;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.model.id.Digest;
import be.kruispunt.trust.CryptoProviders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Senders and receivers in a process of their own, so that the hub's is the hub's alone. Each message has its moment, and its
 * latency counts from that moment, also when it could only be sent later. Says {@link #READY} when all is signed, begins
 * when it is told a line, and ends with {@link #LATENCY} and its 50th, 95th and 99th percentile in milliseconds.
 */
public final class Clients {
    static final String READY = "clients-ready";
    static final String LATENCY = "clients-latency";

    /** A sender waits for the broker's disk with every message; on one connection that would be the limit. */
    private static final int CONNECTIONS = 4;

    private static final int RECEIVERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern RECEIVED =
            Pattern.compile("RECEIVED_DIGEST</[^>]*>\\s*<[^>]*InstanceIdentifier>([0-9a-f]{64})<");

    private final Site site;
    private final Load load;
    private final double rate;
    private final int messages;
    private final Map<Digest, Long> moments = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Double> latencies = new ConcurrentLinkedQueue<>();
    private final AtomicInteger slot = new AtomicInteger();

    /** What the process is told when it starts. */
    record Arguments(Path folder, URI broker, int senders, Mix mix, double rate, int seconds) {
        List<String> words() {
            return List.of(
                    folder.toString(),
                    broker.toString(),
                    Integer.toString(senders),
                    mix.toString(),
                    Double.toString(rate),
                    Integer.toString(seconds));
        }

        static Arguments of(String[] words) {
            return new Arguments(
                    Path.of(words[0]),
                    URI.create(words[1]),
                    Integer.parseInt(words[2]),
                    Mix.of(words[3]),
                    Double.parseDouble(words[4]),
                    Integer.parseInt(words[5]));
        }
    }

    private Clients(Arguments arguments) {
        this.site = new Site(
                new DataFolder(arguments.folder()),
                arguments.broker(),
                BenchRegister.of(arguments.senders(), arguments.mix()),
                CryptoProviders.best());
        this.load = new Load(site, arguments.mix());
        this.rate = arguments.rate();
        this.messages = Math.max(1, (int) (rate * arguments.seconds()));
    }

    /** {@code words}: those of {@link Arguments}. */
    public static void main(String[] words) throws InterruptedException {
        new Clients(Arguments.of(words)).run(new Lines(new PrintWriter(System.out, true, StandardCharsets.UTF_8)));
    }

    private void run(Lines out) throws InterruptedException {
        int connections = site.register().senders().size() * CONNECTIONS;
        var signed = new CyclicBarrier(connections, () -> awaitWord(out));
        // Several, because each waits for the broker's disk with every message that it acknowledges.
        List<Thread> receivers = Stream.generate(() -> Thread.ofPlatform().start(this::receive))
                .limit(RECEIVERS)
                .toList();
        try (Arena outside = Arena.ofShared()) {
            load.eachSender(CONNECTIONS, sender -> {
                List<MemorySegment> own = sign(sender, messages / connections + 1, outside);
                await(signed);
                send(sender, own);
            });
        }
        for (Thread receiver : receivers) {
            receiver.join(PATIENCE);
        }
        if (latencies.size() < messages) {
            throw new IllegalStateException(latencies.size() + " of " + messages + " documents came");
        }
        List<Double> sorted = latencies.stream().sorted().toList();
        out.print(LATENCY + " " + percentile(sorted, 50) + " " + percentile(sorted, 95) + " " + percentile(sorted, 99));
    }

    private static double percentile(List<Double> sorted, double percent) {
        int index = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
        return sorted.get(Math.clamp(index, 0, sorted.size() - 1));
    }

    private static void awaitWord(Lines out) {
        out.print(READY);
        try {
            if (System.in.read() < 0) {
                throw new IllegalStateException("nobody waits for the clients");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CyclicBarrier all) throws InterruptedException {
        try {
            all.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("another sender failed", e);
        }
    }

    /** What waits to be sent stays outside the heap. */
    private List<MemorySegment> sign(Party sender, int count, Arena outside) {
        var own = new ArrayList<MemorySegment>(count);
        for (int n = 0; n < count; n++) {
            byte[] message = load.message(sender, DemonstrationRegister.UWV, n);
            own.add(outside.allocateFrom(ValueLayout.JAVA_BYTE, message));
        }
        return own;
    }

    private void send(Party sender, List<MemorySegment> own) {
        long begun = System.nanoTime();
        for (MemorySegment signed : own) {
            int n = slot.getAndIncrement();
            if (n >= messages) {
                return;
            }
            long moment = begun + (long) (n / rate * 1e9);
            for (long wait = moment - System.nanoTime(); wait > 0; wait = moment - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            byte[] message = signed.toArray(ValueLayout.JAVA_BYTE);
            moments.put(Digest.of(message), moment);
            sender.send(message);
        }
    }

    private void receive() {
        try (InstitutionClient client = site.client(DemonstrationRegister.UWV)) {
            while (latencies.size() < messages) {
                client.receive(Duration.ofSeconds(1), this::received);
            }
        }
    }

    private void received(byte[] xml) {
        long now = System.nanoTime();
        Matcher digest = RECEIVED.matcher(new String(xml, StandardCharsets.UTF_8));
        if (digest.find()) {
            // Of several documents of a message the first that comes counts.
            Long moment = moments.remove(Digest.ofHex(digest.group(1)));
            if (moment != null) {
                latencies.add((now - moment) / 1e6);
            }
        }
    }
}
