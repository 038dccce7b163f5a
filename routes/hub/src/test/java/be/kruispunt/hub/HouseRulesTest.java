package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Rules on the sources themselves. The formatter runs here, on the build's own JDK: as a Maven plugin it would run on
 * Maven's, which may be too old to read the language.
 *
 * <p>To format everything: {@code mvn -pl routes/hub -am test -Dtest=HouseRulesTest -Dkruispunt.format=true}.
 */
@Execution(ExecutionMode.CONCURRENT)
class HouseRulesTest {
    private static final Set<String> WRITTEN_BY_RUNS = Set.of("target", "data", ".git");
    private static final Path ROOT = Path.of(System.getProperty("kruispunt.root", "../.."));
    private static final Set<String> MAY_PRINT = Set.of("Lines.java", "Output.java");
    private static final int CEILING = 300;
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

    @Test
    void everySourceIsFormatted() throws IOException {
        boolean rewrite = Boolean.getBoolean("kruispunt.format");
        List<String> unformatted = sources().parallelStream()
                .filter(source -> !isFormatted(source, rewrite))
                .map(HouseRulesTest::name)
                .toList();
        assertThat(unformatted)
                .as("not formatted; run: mvn -pl routes/hub -am test -Dtest=HouseRulesTest -Dkruispunt.format=true")
                .isEmpty();
    }

    /** Whether it is, or by now is, where it may be rewritten. */
    private static boolean isFormatted(Path source, boolean rewrite) {
        Formatter formatter = Formatter.createFormatter(
                JavaFormatterOptions.builder().style(Style.PALANTIR).build());
        try {
            String text = Files.readString(source);
            String formatted = formatter.formatSourceAndFixImports(text);
            if (!formatted.equals(text) && rewrite) {
                Files.writeString(source, formatted);
                return true;
            }
            return formatted.equals(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(source + " cannot be formatted", e);
        }
    }

    @Test
    void noSourceIsLongerThanTheCeiling() throws IOException {
        var tooLong = new ArrayList<String>();
        for (Path source : sources()) {
            try (Stream<String> lines = Files.lines(source)) {
                long count = lines.count();
                if (count > CEILING) {
                    tooLong.add(name(source) + ": " + count);
                }
            }
        }
        assertThat(tooLong)
                .as("longer than %d lines: split by what it is about", CEILING)
                .isEmpty();
    }

    @Test
    void noSourceLeavesWorkBehind() throws IOException {
        var leftOvers = new ArrayList<String>();
        for (Path source : sources()) {
            if (!source.endsWith("HouseRulesTest.java")
                    && LEFT_OVER.matcher(Files.readString(source)).find()) {
                leftOvers.add(name(source));
            }
        }
        assertThat(leftOvers).as("an issue instead").isEmpty();
    }

    /** A line may hold what a sender wrote; there it is made harmless. */
    @Test
    void onlyOneClassPrintsLines() throws IOException {
        var others = new ArrayList<String>();
        for (Path source : sources()) {
            boolean prints = Files.readString(source).contains(".println(");
            if (prints
                    && name(source).contains("src/main/java")
                    && !MAY_PRINT.contains(source.getFileName().toString())) {
                others.add(name(source));
            }
        }
        assertThat(others).as("print through Lines or Output").isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        List<String> without = sources().stream()
                .filter(source -> source.toString().contains("src/main/java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
                .map(HouseRulesTest::name)
                .toList();
        assertThat(without).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(ROOT)
                                && WRITTEN_BY_RUNS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(sources).hasSizeGreaterThan(200);
        return sources;
    }

    private static String name(Path source) {
        return ROOT.relativize(source).toString();
    }
}
