package be.kruispunt.hub.register;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Placed;
import be.kruispunt.access.RegisterCheck;
import be.kruispunt.access.RegisterDifference;
import be.kruispunt.access.RegisterEntries;
import be.kruispunt.access.RegisterState;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.outcome.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a register file may say, and what is found in one that says something else. */
class RegisterFileTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("kruispunt.root", "../..")).resolve("docs/reference/register.md");
    private static final RegisterState NOTHING = new RegisterState(1, List.of(), List.of(), Set.of(), Map.of());
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static RegisterFile.Reading read(String yaml) {
        return read(yaml.getBytes(UTF_8));
    }

    private static RegisterFile.Reading read(byte[] yaml) {
        return RegisterFile.read(yaml, ProcessCatalogue.standard(), DocumentCatalogue.standardTypes());
    }

    private static List<Finding> findings(String yaml) {
        RegisterFile.Reading reading = read(yaml);
        var findings = new ArrayList<>(reading.findings());
        reading.entries().ifPresent(entries -> findings.addAll(RegisterCheck.findings(NOTHING, entries, Map.of())));
        return findings;
    }

    private static String example() throws IOException {
        String page = Files.readString(REFERENCE);
        int begin = page.indexOf("```yaml\n") + 8;
        return page.substring(begin, page.indexOf("```", begin));
    }

    private static RegisterEntries entries(String yaml) {
        return read(yaml).entries().orElseThrow();
    }

    @Test
    void theExampleOfTheReference_isReadWithoutFinding() throws IOException {
        assertThat(findings(example())).isEmpty();
        RegisterEntries entries = entries(example());
        Institution rva = entries.institutions().orElseThrow().getFirst().value();
        assertThat(rva.name()).isEqualTo("Rijksdienst voor Arbeidsvoorziening");
        assertThat(rva.accepts()).containsExactly(DocumentCatalogue.U002_4_2, DocumentCatalogue.U001_4_2);
        assertThat(entries.authorisations().orElseThrow().getFirst().value().senderQualities())
                .containsExactlyInAnyOrder("1", "4");
        assertThat(entries.directory()).singleElement().extracting(Placed::line).isEqualTo(34);
    }

    @Test
    void everyValueThatIsTaken_standsInTheReference() throws IOException {
        String page = Files.readString(REFERENCE);
        Stream.of(
                        Arrays.stream(Network.values()).map(Enum::name),
                        Arrays.stream(CaseRole.values()).map(Enum::name),
                        Stream.of("UNEMPLOYMENT_BENEFIT", "SICKNESS_BENEFITS_IN_KIND"))
                .flatMap(values -> values)
                .forEach(value -> assertThat(page).contains("`" + value + "`"));
        String types = Files.readString(REFERENCE.resolveSibling("document-types.md"));
        DocumentCatalogue.standardTypes().stream()
                .filter(type -> !type.code().startsWith("RE"))
                .forEach(type -> assertThat(types).contains("\n## " + type + "\n"));
    }

    /** Printed and read again, the register is what it was; also where a name looks like YAML. */
    @Test
    void whatIsPrinted_isReadBackAsTheSame() {
        List<Institution> institutions = new ArrayList<>(DemonstrationRegister.institutions());
        Institution first = institutions.getFirst();
        for (String name : List.of(
                "true",
                "- a: b # c",
                "\"quoted\" \\ 'too'",
                "Æsop [x, y] {z}",
                "0x1F",
                "&a *b !c",
                "~",
                " spaced ",
                "\uD83D\uDE00")) {
            institutions.set(
                    0,
                    new Institution(
                            first.id(),
                            name,
                            first.network(),
                            first.sector(),
                            first.active(),
                            first.competences(),
                            first.accepts()));
            var text = new RegisterText(true);
            var lines = new ArrayList<>(RegisterText.head(7));
            lines.addAll(RegisterText.section(
                    "institutions", institutions.stream().map(text::of).toList()));
            lines.addAll(RegisterText.section("authorisations", List.of()));

            String printed = String.join("\n", lines);
            assertThat(findings(printed)).as(printed).isEmpty();
            var state = new RegisterState(7, institutions, List.of(), Set.of(), Map.of());
            assertThat(RegisterDifference.between(state, entries(printed), TODAY)
                            .isEmpty())
                    .as(printed)
                    .isTrue();
        }
    }

    @Test
    void theRightsOfAnAuthorisation_arePrintedAndReadBack() throws IOException {
        String naming = example()
                .replace("document: U1", "document: M901")
                .replace("minimum-phase: 2", "minimum-phase: 2\n    rights: [LIVING_WAGE, BLIND_90]");
        assertThat(findings(naming)).isEmpty();
        var read = entries(naming).authorisations().orElseThrow().getFirst().value();
        assertThat(read.rights()).containsExactlyInAnyOrder("BLIND_90", "LIVING_WAGE");
        assertThat(new RegisterText(true).of(read).lines()).contains("rights: [BLIND_90, LIVING_WAGE]");
    }

    /** A fault: what is replaced in the example by what, and the finding that it must give. */
    private record Fault(String what, String by, String code, String path, int line) {}

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("register: 1 ", "register: 2 ", "REGISTER-VALUE", "/register", 1),
                new Fault("register: 1 ", "", "REGISTER-MISSING-KEY", "/register", 3),
                new Fault("authorisations:", "authorizations:", "REGISTER-UNKNOWN-KEY", "", 22),
                new Fault("    name: R", "    nam: R", "REGISTER-UNKNOWN-KEY", "/institutions[1]", 5),
                new Fault("sector: 18", "sector: 18\n    sector: 18", "REGISTER-TWICE", "/institutions[1]/sector", 8),
                new Fault("id: BE:0206737484", "id: BE:0206737485", "REGISTER-VALUE", "/institutions[1]/id", 4),
                new Fault("network: PRIMARY", "network: primary", "REGISTER-VALUE", "/institutions[1]/network", 6),
                new Fault("network: PRIMARY", "network: FOREIGN", "REGISTER-NETWORK", "/institutions[1]/network", 4),
                new Fault("network: FOREIGN", "network: PRIMARY", "REGISTER-NETWORK", "/institutions[2]/network", 13),
                new Fault("sector: 0", "sector: 18", "REGISTER-SECTOR", "/institutions[2]/sector", 13),
                new Fault("sector: 18", "sector: eighteen", "REGISTER-VALUE", "/institutions[1]/sector", 7),
                new Fault(
                        "from: 2026-01-01\n    competences:\n      - {process: UB",
                        "from: 2026-02-30\n    competences:\n      - {process: UB",
                        "REGISTER-VALUE",
                        "/institutions[1]/from",
                        8),
                new Fault(
                        "process: UB_BUC_01",
                        "process: UB_BUC_99",
                        "REGISTER-VALUE",
                        "/institutions[1]/competences[1]/process",
                        10),
                new Fault(
                        "role: CASE_OWNER",
                        "role: OWNER",
                        "REGISTER-VALUE",
                        "/institutions[2]/competences[1]/role",
                        19),
                new Fault("to: 2027-12-31", "to: 2025-12-31", "REGISTER-VALUE", "/institutions[1]/competences[2]", 11),
                new Fault("process: UB_BUC_01", "process: PD_U1", "REGISTER-TWICE", "/institutions[1]/competences", 4),
                new Fault("U002 4.2, U001 4.2", "U002 4.2, U002 4.2", "REGISTER-TWICE", "/institutions[1]/accepts", 4),
                new Fault("U002 4.2, U001 4.2", "U002 4.3", "REGISTER-VALUE", "/institutions[1]/accepts[1]", 12),
                new Fault("accepts: [U1 1.0]", "accepts: U1 1.0", "REGISTER-VALUE", "/institutions[2]/accepts", 20),
                new Fault(
                        "accepts: [U1 1.0]",
                        "accepts: [RECEIPT 1.0]",
                        "REGISTER-VALUE",
                        "/institutions[2]/accepts[1]",
                        20),
                new Fault("id: LU:0053", "id: BE:0206737484", "REGISTER-TWICE", "/institutions[2]", 13),
                new Fault(
                        "sender: LU:0053",
                        "sender: LU:0099",
                        "REGISTER-UNKNOWN-INSTITUTION",
                        "/authorisations[1]/sender",
                        23),
                new Fault(
                        "receiver: BE:0206737484",
                        "receiver: LU:0053",
                        "REGISTER-SELF",
                        "/authorisations[1]/receiver",
                        23),
                new Fault("document: U1", "document: U9", "REGISTER-VALUE", "/authorisations[1]/document", 26),
                new Fault("document: U1", "document: L901", "REGISTER-RIGHTS", "/authorisations[1]/rights", 23),
                new Fault(
                        "minimum-phase: 2",
                        "minimum-phase: 2\n    rights: [LIVING_WAGE]",
                        "REGISTER-RIGHTS",
                        "/authorisations[1]/rights",
                        23),
                new Fault(
                        "minimum-phase: 2",
                        "minimum-phase: 2\n    rights: [living-wage]",
                        "REGISTER-VALUE",
                        "/authorisations[1]/rights[1]",
                        31),
                new Fault("purpose: UNEMP", "purpose: unemp", "REGISTER-VALUE", "/authorisations[1]/purpose", 27),
                new Fault(
                        "sender-qualities: [1, 4]",
                        "sender-qualities: [seeker]",
                        "REGISTER-VALUE",
                        "/authorisations[1]/sender-qualities[1]",
                        28),
                new Fault("person: 79041203729", "person: 79041203728", "REGISTER-VALUE", "/directory[1]/person", 34),
                new Fault(
                        "institution: LU:0053, quality: 4, phase: 2, from: 2026-01-01}\n\nremoved",
                        "institution: NL:0099, quality: 4, phase: 2, from: 2026-01-01}\n\nremoved",
                        "REGISTER-UNKNOWN-INSTITUTION",
                        "/directory[1]/institution",
                        34),
                new Fault(
                        "person: 91060733847",
                        "person: 79041203729",
                        "REGISTER-TWICE",
                        "/removed-from-directory[1]",
                        37),
                new Fault("by: 79041203729", "by: 79441203718", "REGISTER-REPLACED", "/replaced-numbers[1]/by", 40));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFound_withItsPlace(Fault fault) throws IOException {
        assertThat(example()).contains(fault.what());
        List<Finding> found = findings(example().replaceFirst(Pattern.quote(fault.what()), fault.by()));
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(fault.code());
            assertThat(finding.path()).isEqualTo(fault.path());
            assertThat(finding.line()).isEqualTo(fault.line());
            assertThat(finding.isError()).isTrue();
            assertThat(finding.remedy()).isNotBlank();
        });
        assertThat(found.toString()).doesNotContain("7904120372").doesNotContain("79441203718");
    }

    @Test
    void everyFaultIsTold_atOnce() throws IOException {
        String yaml = example()
                .replace("network: PRIMARY", "network: NEAR")
                .replace("document: U1", "document: U9")
                .replace("phase: 2, from: 2026-01-01}", "phase: high, from: 2026-01-01}");
        assertThat(findings(yaml))
                .extracting(Finding::path)
                .containsExactly(
                        "/institutions[1]/network",
                        "/authorisations[1]/document",
                        "/directory[1]/phase",
                        "/removed-from-directory[1]/phase");
    }

    static Stream<String> noSuchYaml() {
        return Stream.of(
                "",
                "just a text",
                "register: [1",
                "register: 1\n---\nregister: 1",
                "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]",
                "register: !!int 1",
                "register: !!java.net.URL [\"http://localhost\"]",
                "register: " + "[".repeat(100_000),
                "register: 1\u0007");
    }

    @ParameterizedTest
    @MethodSource("noSuchYaml")
    void whatIsNoRegisterFile_isOneError(String yaml) {
        assertThat(findings(yaml)).isNotEmpty().allMatch(Finding::isError);
    }

    @Test
    void bytesThatAreNotUtf8_orTooMany_areRefused() {
        assertThat(read("institutions: [é]".getBytes(ISO_8859_1)).findings())
                .extracting(Finding::message)
                .containsExactly("the file is not in UTF-8");
        var large = new byte[Yaml.MOST_BYTES + 1];
        Arrays.fill(large, (byte) ' ');
        assertThat(read(large).findings())
                .extracting(Finding::message)
                .containsExactly("the file is larger than 16 MiB");
    }
}
