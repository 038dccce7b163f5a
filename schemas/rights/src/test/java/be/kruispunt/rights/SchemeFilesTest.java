package be.kruispunt.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.model.rights.SchemeCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeFilesTest {
    private static final String FILE = "national-reduction-card/2010.yaml";

    private final Path folder;

    SchemeFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aSchemeOfTheOperators_standsBesideThoseOfTheArchive() throws IOException {
        write(
                "museum-card/2026.yaml",
                archive(FILE).replace("NATIONAL_REDUCTION_CARD", "MUSEUM_CARD").replace("\"2010\"", "\"2026\""));
        Schemes schemes = Schemes.with(folder);
        assertThat(schemes.inForce(SchemeCode.of("MUSEUM_CARD"), LocalDate.of(2026, 1, 1)))
                .isPresent();
        assertThat(schemes.all()).hasSize(Schemes.standard().all().size() + 1);
    }

    /** So are files mounted into a container. */
    @Test
    void aSchemeThatALinkLeadsTo_isOne(@TempDir Path elsewhere) throws IOException {
        String museum = archive(FILE).replace("NATIONAL_REDUCTION_CARD", "MUSEUM_CARD");
        Path file = Files.writeString(elsewhere.resolve("2026.yaml"), museum.replace("\"2010\"", "\"2026\""));
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("museum-card")).resolve("2026.yaml"), file);
        assertThat(Schemes.with(folder).has(SchemeCode.of("MUSEUM_CARD"))).isTrue();
    }

    @Test
    void aStatusOfTheOperators_isKnownToHisSchemes() throws IOException {
        write(
                "statuses.yaml",
                """
                SCHOLARSHIP:
                  names: {nl: beurs, fr: bourse, de: Stipendium, en: scholarship}
                  sectors: [60]
                """);
        write(
                "museum-card/2026.yaml",
                archive(FILE)
                        .replace("NATIONAL_REDUCTION_CARD", "MUSEUM_CARD")
                        .replace("\"2010\"", "\"2026\"")
                        .replace("BLIND_90", "SCHOLARSHIP"));
        assertThat(Schemes.with(folder).has(SchemeCode.of("MUSEUM_CARD"))).isTrue();
    }

    @Test
    void withoutAFolder_thereAreThoseOfTheArchive() {
        assertThat(Schemes.with(folder.resolve("nowhere")).all())
                .isEqualTo(Schemes.standard().all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scheme: N            | schema: N             | schema: there is no such key here; the keys are
                    version: "2010"      | version: "10"         | version: no version; write a year, such as 2023 or 2023.2
                    version: "2010"      | version: "2011"       | scheme: not what the file is named after; name the file national-reduction-card/2011.yaml
                    from: 2010-01-01     | from: 2010-13-01      | valid, from: no day; write it as 2026-01-31
                    from: 2010-01-01     | since: 2010-01-01     | valid, since: there is no such key here; the keys are from, until
                    from: 2010-01-01     | from: 2010-01-01, until: 2009-01-01 | valid: a period ends on its first day or later
                    fr: carte            | xx: carte             | names, fr: the key is missing; add it
                    from: start          | from: begin           | grant, from: there is no begin here; write one of quarter-of-decision, month-of-decision, start
                    until: end}          | until: end, most-years: many} | grant, most-years: a number wanted; write digits
                    grant: {from: start, until: end} | judged: 13-01 | judged: no day; write it as 2026-01-31
                    whose: person        | whose: family         | lines, 1, whose: there is no family here; write one of person, household
                    BLIND_90             | BLIND_91              | lines, 1, statuses: there is no status BLIND_91; correct it, or add it to statuses.yaml
                    BLIND_90             | blind                 | lines, 1, statuses: the code of a status is 2 to 64 capitals
                    whose: person        | whose: person\\n    automatic: yes | lines, 1, automatic: only no is written here; leave the key out, or write no
                    grant: {from: start, until: end} | grant: {from: start, until: end}\\nkeep: five years | keep: no day; write it as 2026-01-31
                    grant: {from: start, until: end} | grant: {from: start, until: end}\\nkeep: P3D | keep: answers are kept for a month at least, and for 30 years at most; write P5Y
                    lines:               | counter: no\\nlines:   | counter: only yes is written here; leave the key out, or write yes
                    lines:               | counter: yes\\nlines:  | counter: one status alone gives this right, and a code would tell it; leave the key out
                    lines:               | counter: yes\\nlines:\\n  - {line: 0, basis: by certificate, statuses: [DISABILITY_80], whose: person, automatic: no} | counter: one status alone gives this right
                    line: 1              | line: one             | lines, 1, line: a number wanted; write digits
                    """)
    void aWrongFile_isRefusedWithPlaceAndRemedy(String right, String wrong, String said) throws IOException {
        String yaml = archive(FILE);
        assertThat(yaml).contains(right);
        write(FILE, yaml.replace(right, wrong.replace("\\n", "\n")));
        assertThatThrownBy(() -> Schemes.with(folder))
                .isInstanceOf(FolderRefused.class)
                .hasMessageContaining(folder.resolve(FILE) + ", ")
                .hasMessageContaining(said);
    }

    /** Everybody is derived anew when another right can follow, and only then. */
    @Test
    void theFingerprint_isThatOfTheRules_andNotOfTheirWords() throws IOException {
        String own = archive("companion-card/2010.yaml")
                .replace("COMPANION_CARD", "MUSEUM_CARD")
                .replace("\"2010\"", "\"2026\"");
        String before = fingerprint(own);
        assertThat(fingerprint(own))
                .isEqualTo(before)
                .isNotEqualTo(Schemes.standard().fingerprint());
        assertThat(fingerprint(own.replace("companion card", "museum card").replace("grant:", "keep: P5Y\ngrant:")))
                .isEqualTo(before);
        for (String[] change : new String[][] {
            {"most-years: 5", "most-years: 10"},
            {"DISABILITY_80", "BLIND_90"},
            {"age-below: 21", "age-below: 18"},
            {"from: 2010-01-01", "from: 2010-01-02"},
            {"whose: person", "whose: household"}
        }) {
            assertThat(fingerprint(own.replace(change[0], change[1])))
                    .as(change[1])
                    .isNotEqualTo(before);
        }
    }

    private String fingerprint(String own) throws IOException {
        write("museum-card/2026.yaml", own);
        return Schemes.with(folder).fingerprint();
    }

    @Test
    void aVersionThatComesWithTheHub_isNotReplaced() throws IOException {
        write(FILE, archive(FILE));
        assertThatThrownBy(() -> Schemes.with(folder))
                .isInstanceOf(FolderRefused.class)
                .hasMessage(folder.resolve(FILE)
                        + ": its version or its period overlaps that of schemes/national-reduction-card/2010.yaml;"
                        + " give the version another number, and a period of its own");
    }

    @Test
    void aStatusThatComesWithTheHub_isNotReplaced() throws IOException {
        write(
                "statuses.yaml",
                """
                BLIND_90:
                  names: {nl: a, fr: a, de: a, en: a}
                  sectors: [60]
                """);
        assertThatThrownBy(() -> Schemes.with(folder))
                .isInstanceOf(FolderRefused.class)
                .hasMessageContaining("BLIND_90: this status is there already; give yours another code");
    }

    private void write(String file, String yaml) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, yaml);
    }

    private static String archive(String file) {
        try (InputStream in = Objects.requireNonNull(Schemes.class.getResourceAsStream("schemes/" + file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
