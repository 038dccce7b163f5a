package be.kruispunt.hub.bench;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.hub.demo.DemonstrationRegister;
import be.kruispunt.hub.demo.Party;
import be.kruispunt.model.id.Digest;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Latency under a load that does not wait for answers: each message has its moment, and its latency counts from that
 * moment, also when it could only be sent later.
 *
 * @param rate messages per second
 * @param busy share of the machine that was at work meanwhile: the hub, and whoever sends and receives
 * @param sortedMillis latencies
 */
record OpenLoop(double rate, double busy, List<Double> sortedMillis) {
    /** A sender waits for the broker's disk with every message; on one connection that would be the limit. */
    private static final int CONNECTIONS = 4;

    private static final int RECEIVERS = 4;
    private static final Pattern RECEIVED =
            Pattern.compile("RECEIVED_DIGEST</[^>]*>\\s*<[^>]*InstanceIdentifier>([0-9a-f]{64})<");

    double percentile(double percent) {
        int index = (int) Math.ceil(percent / 100 * sortedMillis.size()) - 1;
        return sortedMillis.get(Math.clamp(index, 0, sortedMillis.size() - 1));
    }

    static OpenLoop measure(Environment environment, double rate, int seconds, Progress progress)
            throws InterruptedException {
        int messages = Math.max(1, (int) (rate * seconds));
        var load = new Load(environment);
        Map<Digest, Long> moments = new ConcurrentHashMap<>();
        var latencies = new ConcurrentLinkedQueue<Double>();
        var taken = new AtomicInteger();
        var slot = new AtomicInteger();
        int connections = environment.register().senders().size() * CONNECTIONS;
        int share = messages / connections + 1;
        var begin = new CompletableFuture<Moment>();
        var signed = new CyclicBarrier(connections, () -> begin.complete(Moment.now(environment)));
        // Several, because each waits for the broker's disk with every message that it acknowledges.
        List<Thread> receivers = Stream.generate(
                        () -> Thread.ofPlatform().name("bench-receiver").start(() -> {
                            try (InstitutionClient client = environment.client(DemonstrationRegister.UWV)) {
                                while (taken.get() < messages) {
                                    boolean came = client.receive(
                                            Duration.ofSeconds(1), xml -> latency(xml, moments, latencies));
                                    progress.at(came ? taken.incrementAndGet() : taken.get(), messages);
                                }
                            }
                        }))
                .limit(RECEIVERS)
                .toList();
        // What waits to be sent stays outside the heap, which is the measured hub's.
        try (Arena outside = Arena.ofShared()) {
            load.eachSender(CONNECTIONS, sender -> {
                List<MemorySegment> own = sign(load, sender, share, outside);
                await(signed);
                send(sender, own, rate, messages, slot, moments);
            });
        }
        for (Thread receiver : receivers) {
            receiver.join(Duration.ofMinutes(2));
        }
        if (latencies.size() < messages) {
            throw new IllegalStateException(latencies.size() + " of " + messages + " documents came");
        }
        double busy = Moment.now(environment).busySince(begin.join());
        return new OpenLoop(rate, busy, latencies.stream().sorted().toList());
    }

    private static void await(CyclicBarrier all) throws InterruptedException {
        try {
            all.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("another sender failed", e);
        }
    }

    private static List<MemorySegment> sign(Load load, Party sender, int count, Arena outside) {
        var messages = new ArrayList<MemorySegment>(count);
        for (int n = 0; n < count; n++) {
            byte[] message = load.message(sender, DemonstrationRegister.UWV, n);
            messages.add(outside.allocateFrom(ValueLayout.JAVA_BYTE, message));
        }
        return messages;
    }

    private static void send(
            Party sender,
            List<MemorySegment> own,
            double rate,
            int all,
            AtomicInteger slot,
            Map<Digest, Long> moments) {
        long begun = System.nanoTime();
        for (MemorySegment signed : own) {
            int n = slot.getAndIncrement();
            if (n >= all) {
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

    private static void latency(byte[] xml, Map<Digest, Long> moments, Collection<Double> latencies) {
        long now = System.nanoTime();
        Matcher digest = RECEIVED.matcher(new String(xml, StandardCharsets.UTF_8));
        if (digest.find()) {
            Long moment = moments.get(Digest.ofHex(digest.group(1)));
            if (moment != null) {
                latencies.add((now - moment) / 1e6);
            }
        }
    }
}
