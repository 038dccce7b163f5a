package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bench from end to end, as small as it gets: that it measures what it says, and not how much. */
class BenchTest {
    private static final Set<String> BLOCKS = Set.of("parse", "canonical", "signatures", "schemas", "insert", "hop");

    private static final String EVERY_FAMILY =
            "U1:3,U001:1,U001CB:1,U003:1,S1:1,S071:1,S073:1,BL1:1,R107:1,A1:1,A1-A010:1,A003:1,A009:1,A010:1";

    @Test
    @Tag("long")
    void aBenchOfEveryKind_saysWhatItMeasured() throws IOException {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "bench");
        Ran ran = Ran.run(
                "bench",
                "--json",
                "--data=" + folder.resolve("data"),
                "--messages=1000",
                "--senders=2",
                "--stored=100",
                "--documents=" + EVERY_FAMILY,
                "--open-loop=1",
                "--parts=1");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("signing and sending", "open loop at 80 %", "building blocks");
        JsonNode json = ran.json();
        assertThat(json.get("stored").asInt()).isEqualTo(100);
        assertThat(json.get("documents").asText()).isEqualTo(EVERY_FAMILY);
        for (String figure : List.of(
                "messagesPerSecond",
                "processorMillisPerMessage",
                "bytesPerMessage",
                "limitPerSecond",
                "hubToLimitByTheClock",
                "hubToLimitByTheProcessors")) {
            assertThat(json.get(figure).asDouble()).as(figure).isPositive().isFinite();
        }
        assertThat(json.get("latencies")).hasSize(3).allSatisfy(latency -> {
            assertThat(latency.get("p50Millis").asDouble()).isPositive();
            assertThat(latency.get("p99Millis").asDouble())
                    .isGreaterThanOrEqualTo(latency.get("p50Millis").asDouble());
        });
        JsonNode blocks = json.get("blockMicros");
        assertThat(StreamSupport.stream(((Iterable<String>) blocks::fieldNames).spliterator(), false))
                .containsExactlyInAnyOrderElementsOf(BLOCKS);
        assertThat(blocks).allSatisfy(block -> assertThat(block.get("processor").asDouble())
                .isPositive());
    }

    @Test
    @Tag("long")
    void aBenchOfTheBufferStore_saysWhatItMeasured() throws IOException {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "bench");
        Ran ran = Ran.run(
                "bench",
                "--rights",
                "--json",
                "--data=" + folder.resolve("data"),
                "--persons=1000",
                "--customers=3000",
                "--seconds=5");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("deriving their rights", "questions over HTTP about 1,000 at a time");
        JsonNode json = ran.json();
        assertThat(json.get("entitled").asInt()).isGreaterThanOrEqualTo(1_000);
        assertThat(json.get("customers").asInt()).isGreaterThanOrEqualTo(3_000);
        assertThat(json.get("rightsRows").asInt()).isGreaterThan(1_000);
        assertThat(json.get("questions")).hasSize(2).allSatisfy(asked -> {
            assertThat(asked.get("personsPerSecond").asDouble()).isPositive().isFinite();
            assertThat(asked.get("ratio").asDouble()).isPositive().isFinite();
            assertThat(asked.get("p99Millis").asDouble())
                    .isGreaterThanOrEqualTo(asked.get("p50Millis").asDouble());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "--messages=999, 1.000 messages",
        "--senders=51, 50 senders",
        "--documents=U002:1, 'the bench sends U1 .as U002.*U1-U002-U004 .as U002 and U004.*, S1 .*not U002. Answers'",
        "'--documents=U1,U1-U017', U1 and U1-U017 are one form",
        "--documents=U1:0, a number from 1",
        "--open-loop=0, whole seconds",
        "--rights --persons=0, 1 to 4.000.000",
        "--rights --seconds=0, whole seconds"
    })
    void whatItCannotMeasure_isSaid_beforeAnythingIsMade(String option, String remedy) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "bench-that-is-not-made");
        Ran ran = Ran.run(("bench --data=" + folder + " " + option).split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).containsPattern(remedy);
        assertThat(folder).doesNotExist();
    }
}
