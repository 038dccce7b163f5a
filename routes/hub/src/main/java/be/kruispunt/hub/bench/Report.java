package be.kruispunt.hub.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bench found. */
public record Report(Plan plan, Machine machine, Drain drain, OpenLoop latency, Parts parts) {
    /** The hub's rate over the rate that its parts allow. */
    double ratio() {
        return drain.perSecond() / parts.limit();
    }

    /** For a person. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("machine      %d processors, heap %d MiB, Java %s, journal %s"
                .formatted(machine.processors(), machine.heapMebibytes(), machine.java(), machine.journal()));
        lines.add("crypto       " + machine.crypto());
        lines.add("load         %,d signed U1s from %d senders, the first %,d as warm-up"
                .formatted(plan.messages(), plan.senders(), plan.warmUp()));
        lines.add("throughput   %.0f messages/s (%,d in %.1f s)"
                .formatted(drain.perSecond(), drain.messages(), drain.seconds()));
        lines.add("processor    %.2f ms per message (hub and broker %.2f, PostgreSQL %.2f)"
                .formatted(
                        drain.processor().millisPer(drain.messages()),
                        drain.processor().java().toNanos() / 1e6 / drain.messages(),
                        drain.processor().postgres().toNanos() / 1e6 / drain.messages()));
        lines.add("disk         %.0f bytes per message in the store".formatted(drain.bytesPerMessage()));
        lines.add("latency      p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, from send to the receiver's queue read"
                .formatted(latency.percentile(50), latency.percentile(95), latency.percentile(99)));
        lines.add("             at %.0f/s, with %.0f %% of the machine busy, the senders and receivers included"
                .formatted(latency.rate(), 100 * latency.busy()));
        lines.add("parts        microseconds of the machine per message, each by itself");
        parts.micros().forEach((part, micros) -> lines.add("  %-11s%6.0f".formatted(part, micros)));
        lines.add("  %-11s%6.0f".formatted("sum", parts.total()));
        lines.add("limit        %.0f messages/s".formatted(parts.limit()));
        lines.add("hub / limit  %.2f".formatted(ratio()));
        return lines;
    }

    /** For a program. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("messages", plan.messages());
        json.put("senders", plan.senders());
        json.put("warmUp", plan.warmUp());
        json.put("processors", machine.processors());
        json.put("heapMebibytes", machine.heapMebibytes());
        json.put("java", machine.java());
        json.put("journal", machine.journal());
        json.put("crypto", machine.crypto());
        json.put("messagesPerSecond", drain.perSecond());
        json.put("processorMillisPerMessage", drain.processor().millisPer(drain.messages()));
        json.put("bytesPerMessage", drain.bytesPerMessage());
        json.put(
                "latencyMillis",
                Map.of(
                        "rate", latency.rate(),
                        "busy", latency.busy(),
                        "p50", latency.percentile(50),
                        "p95", latency.percentile(95),
                        "p99", latency.percentile(99)));
        json.put("partMicros", parts.micros());
        json.put("limitPerSecond", parts.limit());
        json.put("hubToLimit", ratio());
        return json;
    }
}
