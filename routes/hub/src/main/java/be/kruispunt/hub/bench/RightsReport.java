package be.kruispunt.hub.bench;

import be.kruispunt.buffer.DeriveEverybody;
import be.kruispunt.hub.sample.population.PopulationLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bench of the buffer store found. */
public record RightsReport(RightsPlan plan, Filled filled, Asked one, Asked thousand, Batched batch) {
    /**
     * How the store was filled.
     *
     * @param loadSeconds until everything reported stood there
     * @param deriveSeconds after that, until all rights stood there
     * @param bytes of the whole store
     */
    record Filled(
            PopulationLoad.Loaded loaded,
            DeriveEverybody.Progress derived,
            double loadSeconds,
            double deriveSeconds,
            long bytes) {}

    /**
     * Questions of one size.
     *
     * @param busy the share of the machine that the hub and its PostgreSQL were at work; the clients come on top
     * @param bare PostgreSQL alone, by the same persons
     */
    record Asked(int persons, ClosedLoop answered, double busy, ClosedLoop bare) {
        double perSecond() {
            return answered.perSecond() * persons;
        }

        double barePerSecond() {
            return bare.perSecond() * persons;
        }

        double ratio() {
            return perSecond() / barePerSecond();
        }
    }

    /**
     * Runs over all customers.
     *
     * @param lines answered
     * @param seconds from the beginning of the first until the last result was signed
     * @param p99 milliseconds in which 99 of a hundred pages stood
     */
    record Batch(long lines, double seconds, double p99) {
        double perSecond() {
            return lines / seconds;
        }
    }

    /**
     * The same beside PostgreSQL alone.
     *
     * @param single one person in a look-up, one look-up after the other
     * @param thousand a thousand in one
     */
    record Batched(Batch run, ClosedLoop single, ClosedLoop thousand) {
        double ratioToSingle() {
            return run.perSecond() / single.perSecond();
        }

        double ratioToThousand() {
            return run.perSecond() / (1_000 * thousand.perSecond());
        }
    }

    /** For a person. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("machine      %d processors, heap %d MiB, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        Runtime.version()));
        lines.add("people       %,d in households, %,d of them entitled, %,d statuses, %,d customers (seed %d)"
                .formatted(
                        filled.loaded().persons(),
                        filled.loaded().entitled(),
                        filled.loaded().statuses(),
                        filled.loaded().customers(),
                        plan.seed()));
        lines.add("put in       %.0f s".formatted(filled.loadSeconds()));
        lines.add("derived      %.0f s (%,.0f persons/s, %,d rows of rights)"
                .formatted(
                        filled.deriveSeconds(),
                        filled.derived().persons() / filled.deriveSeconds(),
                        filled.derived().changed()));
        lines.add("disk         %,d MiB".formatted(filled.bytes() >> 20));
        lines.add("questions    persons a second; p50 and p99 of one question; the clients are another process");
        for (Asked asked : List.of(one, thousand)) {
            lines.add(line("%,d at a time".formatted(asked.persons()), asked.perSecond(), asked.answered())
                    + ", the hub busy with %.0f %% of the machine".formatted(100 * asked.busy()));
            lines.add(line("  bare", asked.barePerSecond(), asked.bare()));
            lines.add("  ratio          %.2f".formatted(asked.ratio()));
        }
        lines.add(
                "run              %,.0f/s, %,d lines in %.0f s, p99 of a page %.0f ms, by one caller, until the result is signed"
                        .formatted(
                                batch.run().perSecond(),
                                batch.run().lines(),
                                batch.run().seconds(),
                                batch.run().p99()));
        lines.add(line("  bare, 1", batch.single().perSecond(), batch.single()) + ", by one caller");
        lines.add(line("  bare, 1,000", 1_000 * batch.thousand().perSecond(), batch.thousand()) + ", by one caller");
        lines.add("  ratio          %.2f to one at a time, %.2f to 1,000 at a time"
                .formatted(batch.ratioToSingle(), batch.ratioToThousand()));
        return lines;
    }

    private static String line(String name, double perSecond, ClosedLoop loop) {
        return "%-17s%,.0f/s, p50 %.2f ms, p99 %.2f ms".formatted(name, perSecond, loop.p50(), loop.p99());
    }

    /** For a program. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("heapMebibytes", Runtime.getRuntime().maxMemory() >> 20);
        json.put("java", Runtime.version().toString());
        json.put("seed", plan.seed());
        json.put("persons", filled.loaded().persons());
        json.put("entitled", filled.loaded().entitled());
        json.put("statuses", filled.loaded().statuses());
        json.put("customers", filled.loaded().customers());
        json.put("loadSeconds", filled.loadSeconds());
        json.put("deriveSeconds", filled.deriveSeconds());
        json.put("rightsRows", filled.derived().changed());
        json.put("bytes", filled.bytes());
        json.put("questions", List.of(json(one), json(thousand)));
        json.put("run", json(batch));
        return json;
    }

    private static Map<String, Object> json(Batched batch) {
        var json = new LinkedHashMap<String, Object>();
        json.put("lines", batch.run().lines());
        json.put("seconds", batch.run().seconds());
        json.put("linesPerSecond", batch.run().perSecond());
        json.put("pageP99Millis", batch.run().p99());
        json.put("bareSinglePerSecond", batch.single().perSecond());
        json.put("bareThousandPersonsPerSecond", 1_000 * batch.thousand().perSecond());
        json.put("ratioToSingle", batch.ratioToSingle());
        json.put("ratioToThousand", batch.ratioToThousand());
        return json;
    }

    private static Map<String, Object> json(Asked asked) {
        var json = new LinkedHashMap<String, Object>();
        json.put("persons", asked.persons());
        json.put("personsPerSecond", asked.perSecond());
        json.put("p50Millis", asked.answered().p50());
        json.put("p99Millis", asked.answered().p99());
        json.put("busy", asked.busy());
        json.put("barePersonsPerSecond", asked.barePerSecond());
        json.put("bareP50Millis", asked.bare().p50());
        json.put("bareP99Millis", asked.bare().p99());
        json.put("ratio", asked.ratio());
        return json;
    }
}
