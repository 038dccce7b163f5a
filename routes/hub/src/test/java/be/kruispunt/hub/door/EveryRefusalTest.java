package be.kruispunt.hub.door;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No refusal code without a test that provokes it here; who adds a code is told. */
class EveryRefusalTest {
    private static final Path TESTS =
            Path.of(System.getProperty("kruispunt.root", "../.."), "routes/hub/src/test/java/be/kruispunt/hub/door");
    private static final Pattern EXPECTATION = Pattern.compile("\\b(?:refuses|refused)\\([^;]*;");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

    @Test
    void everyRefusalCodeIsProvokedAtTheFrontDoor() throws IOException {
        Set<String> provoked = new HashSet<>();
        try (Stream<Path> files = Files.list(TESTS)) {
            List<Path> tests = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> !file.endsWith("EveryRefusalTest.java"))
                    .toList();
            for (Path test : tests) {
                EXPECTATION
                        .matcher(Files.readString(test))
                        .results()
                        .flatMap(expectation ->
                                CONSTANT.matcher(expectation.group()).results())
                        .map(MatchResult::group)
                        .forEach(provoked::add);
            }
        }
        assertThat(RefusalCode.values()).allSatisfy(code -> assertThat(provoked).contains(code.name()));
    }
}
