package be.kruispunt.hub.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time that this process and its children (the embedded PostgreSQL) have used. */
record ProcessorTime(Duration java, Duration children) {
    static ProcessorTime now() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Duration children;
        try (Stream<ProcessHandle> descendants = ProcessHandle.current().descendants()) {
            children = descendants
                    .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
        }
        return new ProcessorTime(Duration.ofNanos(system.getProcessCpuTime()), children);
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(java.minus(earlier.java), children.minus(earlier.children));
    }

    double millisPer(long messages) {
        return java.plus(children).toNanos() / 1e6 / messages;
    }
}
