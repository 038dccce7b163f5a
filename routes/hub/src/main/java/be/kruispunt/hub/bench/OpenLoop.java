package be.kruispunt.hub.bench;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.hub.demo.DemonstrationRegister;
import be.kruispunt.hub.demo.Party;
import be.kruispunt.model.id.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Latency under a load that does not wait for answers: each message has its moment, and its latency counts from that
 * moment, also when it could only be sent later. Milliseconds, sorted.
 */
record OpenLoop(double rate, List<Double> sortedMillis) {
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
        var latencies = new ArrayList<Double>(messages);
        var slot = new AtomicInteger();
        var signed = new CountDownLatch(environment.register().senders().size());
        Thread receiver = Thread.ofPlatform().name("bench-receiver").start(() -> {
            try (InstitutionClient client = environment.client(DemonstrationRegister.UWV)) {
                while (latencies.size() < messages
                        && client.receive(Duration.ofSeconds(60), xml -> latency(xml, moments, latencies))) {
                    progress.at(latencies.size(), messages);
                }
            }
        });
        load.eachSender(sender -> {
            List<byte[]> own = sign(
                    load, sender, messages / environment.register().senders().size() + 1);
            signed.countDown();
            signed.await();
            send(sender, own, rate, messages, slot, moments);
        });
        receiver.join();
        if (latencies.size() < messages) {
            throw new IllegalStateException(latencies.size() + " of " + messages + " documents came");
        }
        return new OpenLoop(rate, latencies.stream().sorted().toList());
    }

    private static List<byte[]> sign(Load load, Party sender, int count) {
        var messages = new ArrayList<byte[]>(count);
        for (int n = 0; n < count; n++) {
            messages.add(load.message(sender, DemonstrationRegister.UWV, n));
        }
        return messages;
    }

    private static void send(
            Party sender, List<byte[]> own, double rate, int all, AtomicInteger slot, Map<Digest, Long> moments) {
        long begun = System.nanoTime();
        for (byte[] message : own) {
            int n = slot.getAndIncrement();
            if (n >= all) {
                return;
            }
            long moment = begun + (long) (n / rate * 1e9);
            for (long wait = moment - System.nanoTime(); wait > 0; wait = moment - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            moments.put(Digest.of(message), moment);
            sender.send(message);
        }
    }

    private static void latency(byte[] xml, Map<Digest, Long> moments, List<Double> latencies) {
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
