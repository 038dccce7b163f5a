package be.kruispunt.hub.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time that this process and the embedded PostgreSQL have used. */
record ProcessorTime(Duration java, Duration postgres) {
    /** PostgreSQL's processes are those that work in its data folder: it is not this process's child. */
    static ProcessorTime now(Path store) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Path data = store.resolve("postgres");
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            Duration postgres = processes
                    .filter(process -> worksIn(process, data))
                    .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
            return new ProcessorTime(Duration.ofNanos(system.getProcessCpuTime()), postgres);
        }
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(data.toRealPath());
        } catch (IOException e) {
            return false; // ended meanwhile, or somebody else's
        }
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(java.minus(earlier.java), postgres.minus(earlier.postgres));
    }

    double millisPer(long messages) {
        return java.plus(postgres).toNanos() / 1e6 / messages;
    }
}
