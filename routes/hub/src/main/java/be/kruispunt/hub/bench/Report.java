package be.kruispunt.hub.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bench found. */
public record Report(Plan plan, Machine machine, Drain drain, List<OpenLoop> latencies, Limit limit) {
    public Report {
        latencies = List.copyOf(latencies);
    }

    /** The hub's rate over the rate that the bare building blocks allow. */
    private double wallRatio() {
        return drain.perSecond() / limit.perSecond();
    }

    /** The processor time that the bare building blocks need over the hub's. */
    private double processorRatio() {
        return limit.total().processor() / 1e3 / drain.processor().millisPer(drain.messages());
    }

    /** For a person. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("machine      %d processors, heap %d MiB, Java %s, journal %s"
                .formatted(machine.processors(), machine.heapMebibytes(), machine.java(), machine.journal()));
        lines.add("crypto       " + machine.crypto());
        lines.add("load         %,d signed forms (%s) from %d senders, the first %,d as warm-up; %,d stored before"
                .formatted(plan.messages(), plan.mix(), plan.senders(), plan.warmUp(), plan.stored()));
        lines.add("throughput   %.0f messages/s (%,d in %.1f s)"
                .formatted(drain.perSecond(), drain.messages(), drain.seconds()));
        lines.add("processor    %.2f ms per message (hub and broker %.2f, PostgreSQL %.2f)"
                .formatted(
                        drain.processor().millisPer(drain.messages()),
                        drain.processor().java().toNanos() / 1e6 / drain.messages(),
                        drain.processor().postgres().toNanos() / 1e6 / drain.messages()));
        lines.add("disk         %.0f bytes per message in the store".formatted(drain.bytesPerMessage()));
        lines.add(
                "latency      from the moment it is due to the receiver's queue read; the clients are another process");
        latencies.forEach(latency -> lines.add(line(latency)));
        lines.add("blocks       microseconds per message of the clock and of the processors, each by itself");
        limit.blocks().forEach((block, cost) -> lines.add(line(block, cost)));
        lines.add(line("sum", limit.total()));
        lines.add("limit        %.0f messages/s".formatted(limit.perSecond()));
        lines.add("hub / limit  %.2f by the clock, %.2f by the processors".formatted(wallRatio(), processorRatio()));
        return lines;
    }

    private static String line(OpenLoop latency) {
        return "  at %2.0f %%    p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, at %.0f/s, the hub busy with %.0f %% of the machine"
                .formatted(
                        100 * latency.share(),
                        latency.p50(),
                        latency.p95(),
                        latency.p99(),
                        latency.rate(),
                        100 * latency.busy());
    }

    private static String line(String block, Cost cost) {
        return "  %-11s%6.0f%6.0f".formatted(block, cost.wall(), cost.processor());
    }

    /** For a program. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("messages", plan.messages());
        json.put("documents", plan.mix().toString());
        json.put("senders", plan.senders());
        json.put("stored", plan.stored());
        json.put("warmUp", plan.warmUp());
        json.put("processors", machine.processors());
        json.put("heapMebibytes", machine.heapMebibytes());
        json.put("java", machine.java());
        json.put("journal", machine.journal());
        json.put("crypto", machine.crypto());
        json.put("messagesPerSecond", drain.perSecond());
        json.put("processorMillisPerMessage", drain.processor().millisPer(drain.messages()));
        json.put("bytesPerMessage", drain.bytesPerMessage());
        json.put("latencies", latencies.stream().map(Report::json).toList());
        var blocks = new LinkedHashMap<String, Object>();
        limit.blocks().forEach((block, cost) -> blocks.put(block, json(cost)));
        json.put("blockMicros", blocks);
        json.put("limitPerSecond", limit.perSecond());
        json.put("hubToLimitByTheClock", wallRatio());
        json.put("hubToLimitByTheProcessors", processorRatio());
        return json;
    }

    private static Map<String, Object> json(OpenLoop latency) {
        return Map.of(
                "share", latency.share(),
                "rate", latency.rate(),
                "busy", latency.busy(),
                "p50Millis", latency.p50(),
                "p95Millis", latency.p95(),
                "p99Millis", latency.p99());
    }

    private static Map<String, Object> json(Cost cost) {
        return Map.of("wall", cost.wall(), "processor", cost.processor());
    }
}
