package be.kruispunt.hub.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What lives in the heap of another process after a full collection, seen from outside.
 *
 * @param bytes in all
 * @param symbols the names that Proton remembers
 */
record LiveHeap(long bytes, long symbols) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Pattern SYMBOLS =
            Pattern.compile("(?m) (\\d+) +\\d+ +org\\.apache\\.qpid\\.proton\\.amqp\\.Symbol$");

    /** What a collection puts into gaps that it leaves. */
    private static final Pattern FILLERS = Pattern.compile("(?m) \\d+ +(\\d+) +\\S*jdk\\.internal\\.vm\\.Filler");

    static LiveHeap of(long process) throws IOException {
        Process jcmd = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process),
                        "GC.class_histogram"))
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new LiveHeap(sum(TOTAL, histogram) - sum(FILLERS, histogram), sum(SYMBOLS, histogram));
    }

    private static long sum(Pattern pattern, String histogram) {
        return pattern.matcher(histogram)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
