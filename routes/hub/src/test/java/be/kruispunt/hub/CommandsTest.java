package be.kruispunt.hub;

import static be.kruispunt.hub.Ran.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.demo.Demonstration;
import be.kruispunt.hub.sample.DemonstrationRegister;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command as a person or a program runs it, beside a hub that runs on the same folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
    /** Identifiers, digests, types and outcomes: what a line of a trace tells. */
    private static final Pattern TELLING =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[A-Z]{2}:[A-Z0-9]+|[A-Z][A-Z0-9_]{2,}|\\d+/\\d+");

    private Path folder = Path.of(".");
    private Path data = Path.of(".");
    private Demonstration running;

    CommandsTest() throws IOException {
        Path tmp = Path.of(System.getProperty("java.io.tmpdir"));
        Files.createDirectories(tmp);
        folder = Files.createTempDirectory(tmp, "commands");
        data = folder.resolve("data");
        running = Demonstration.prepare(new DataFolder(data), new PrintWriter(new StringWriter()));
    }

    @BeforeAll
    void writeSample() throws IOException {
        Files.write(sample(), Samples.template(Kind.U1));
    }

    @AfterAll
    void stopHub() throws IOException {
        running.close();
    }

    private Path sample() {
        return folder.resolve("u1.xml");
    }

    /** The sample with an identifier of its own. */
    private Path fresh() throws IOException {
        String text = new String(Samples.template(Kind.U1), UTF_8)
                .replaceFirst("(<sbdh:InstanceIdentifier>)[0-9a-f-]{36}<", "$1" + UUID.randomUUID() + "<");
        return Files.writeString(Files.createTempFile(folder, "u1-", ".xml"), text);
    }

    private Path changed(String what, String by) throws IOException {
        String text = Files.readString(sample());
        assertThat(text).contains(what);
        return Files.writeString(Files.createTempFile(folder, "changed-", ".xml"), text.replace(what, by));
    }

    @Test
    void validate_saysValidOrEveryFinding() throws IOException {
        assertThat(run("validate", sample().toString()))
                .returns(0, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .startsWith("valid: U1 1.0");
        Path broken = changed("<sex>M<", "<sex>X<");
        Ran ran = run("validate", broken.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("ERROR SCHEMA-cvc-enumeration-valid box 1.3 line ");
        JsonNode json = run("validate", broken.toString(), "--json").json();
        assertThat(json.path("outcome").asText()).isEqualTo("not valid");
        assertThat(json.path("findings").get(0).path("box").asText()).isEqualTo("1.3");
    }

    @Test
    void validate_tellsItInFourLanguages() throws IOException {
        String broken = changed("<sex>M<", "<sex>X<").toString();
        assertThat(run("validate", broken).out()).contains(": the value is not one of the code list; wanted: ");
        assertThat(run("validate", broken, "--lang", "nl").out()).contains(": de waarde staat niet in de codelijst; ");
        assertThat(run("validate", broken, "--lang", "fr").out())
                .contains(": la valeur n'est pas dans la liste de codes; ");
        assertThat(run("validate", broken, "--lang", "de").out()).contains(": der Wert steht nicht in der Codeliste; ");
        assertThat(run("validate", broken, "--lang", "it").exit()).isEqualTo(2);
    }

    @Test
    void validate_saysWhyAFileIsNoMessage() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<broken>");
        Ran ran = run("validate", broken.toString(), "--json");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.json().path("code").asText()).isEqualTo("MALFORMED");
        assertThat(ran.json().path("remedy").asText()).isNotEmpty();
    }

    @Test
    void translate_writesTheOtherType_andItsLossReport() throws IOException {
        Path target = folder.resolve("u002.xml");
        Ran ran = run("translate", sample().toString(), "--to", "U002", "--out", target.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("loss report U1 1.0 -> U002 4.2: ").contains("  LOST box ");
        assertThat(run("validate", target.toString()).out()).startsWith("valid: U002 4.2");
        JsonNode json = run("translate", sample().toString(), "--to", "u002 4.2", "--json")
                .json();
        assertThat(json.path("type").asText()).isEqualTo("U002 4.2");
        assertThat(json.path("document").asText()).isEqualTo(Files.readString(target));
        assertThat(json.path("boxes").size()).isGreaterThan(20);
        assertThat(onStandardOutput("translate", sample().toString(), "--to", "u002"))
                .isEqualTo(Files.readString(target));
        Ran impossible = run("translate", sample().toString(), "--to", "BL1", "--json");
        assertThat(impossible.exit()).isEqualTo(1);
        assertThat(impossible.json().path("code").asText()).isEqualTo("NO_TRANSLATION");
    }

    /** What goes past the lines: a document in its own bytes. */
    private static String onStandardOutput(String... arguments) {
        PrintStream terminal = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            assertThat(run(arguments).exit()).isZero();
        } finally {
            System.setOut(terminal);
        }
        return bytes.toString(UTF_8);
    }

    @Test
    void trust_saysHowItStands_andRenewsTheDemonstrationsList() throws IOException {
        Ran before = run("trust", "--data", data());
        assertThat(before.exit()).as(before.out() + before.err()).isZero();
        assertThat(before.out())
                .startsWith("revocation list of CN=Kruispunt demonstration root")
                .contains("number 1 of");
        assertThat(run("trust", "--renew-list", "--data", data(), "--json")
                        .json()
                        .path("lists")
                        .get(0)
                        .asText())
                .contains("number 2 of");
    }

    @Test
    void validate_saysWhetherTheProcessHasTheDocument() throws IOException {
        Ran unknown = run("validate", changed(">PD_U1<", ">PD_U9<").toString());
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.out())
                .startsWith("refused: NOT_ALLOWED_NOW")
                .contains("the hub does not know the process PD_U9; it knows PD_A1, PD_DA1, PD_P1, ");
        Ran other = run("validate", changed(">PD_U1<", ">BL1<").toString(), "--json");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.json().path("detail").asText()).startsWith("the process BL1 has no U1; it has BL1-10, ");
    }

    @Test
    void verify_holdsWhatSignSigned_untilAByteChanges() throws IOException {
        Path signed = folder.resolve("signed.xml");
        assertThat(run("sign", sample().toString(), "--as", "LU:0053", "--out", signed.toString(), "--data", data())
                        .exit())
                .isZero();
        Ran good = run("verify", signed.toString(), "--data", data());
        assertThat(good.exit()).isZero();
        assertThat(good.out()).startsWith("verified: signed by LU:0053 at ");
        assertThat(run("verify", signed.toString(), "--data", data(), "--json")
                        .json()
                        .path("signer")
                        .asText())
                .isEqualTo("LU:0053");

        Files.writeString(signed, Files.readString(signed).replace("3412.50", "3412.51"));
        Ran bad = run("verify", signed.toString(), "--data", data(), "--json");
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.json().path("code").asText()).isEqualTo("SIGNATURE_INVALID");
        assertThat(run("verify", sample().toString(), "--data", data()).out()).startsWith("refused: SIGNATURE_MISSING");
    }

    @Test
    void send_inbox_andTrace_followAMessageThroughTheHub() throws IOException {
        Ran sent = run("send", fresh().toString(), "--as", "LU:0053", "--sign", "--data", data(), "--json");
        assertThat(sent.exit()).as(sent.err()).isZero();
        String digest = sent.json().path("sha256").asText();

        Path received = folder.resolve("received");
        Ran inbox =
                run("inbox", "--as", "BE:0206737484", "--out", received.toString(), "--wait", "120", "--data", data());
        assertThat(inbox.exit()).isZero();
        assertThat(inbox.out()).contains("1 message(s)");
        Path document = only(received);
        assertThat(Files.getPosixFilePermissions(document)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        Ran verified = run("verify", document.toString(), "--data", data(), "--json");
        assertThat(verified.json().path("receivedSha256").asText()).isEqualTo(digest);
        String ticket = verified.json().path("ticket").asText();

        // Browsing leaves it there, taking does not.
        assertThat(run("inbox", "--as", "LU:0053", "--data", data()).out()).contains("RECEIPT for ");
        Path receipts = folder.resolve("receipts");
        Ran taken = run(
                "inbox", "--as", "LU:0053", "--out", receipts.toString(), "--wait", "120", "--data", data(), "--json");
        assertThat(taken.json().path("messages").get(0).path("ticket").asText()).isEqualTo(ticket);
        assertThat(only(receipts).getFileName().toString()).startsWith("RECEIPT-");
        assertThat(run("inbox", "--as", "LU:0053", "--data", data()).out()).contains("0 message(s)");

        Ran trace = run("trace", "--ticket", ticket, "--data", data());
        assertThat(trace.exit()).isZero();
        assertThat(trace.out()).contains("AUTHENTICATE").contains("U002 4.2 to BE:0206737484");
        assertThat(run("trace", "--digest", digest, "--data", data()).out()).isEqualTo(trace.out());
        String asJson =
                run("trace", "--ticket", ticket, "--data", data(), "--json").out();
        assertThat(TELLING.matcher(trace.out()).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(asJson::contains);
        String person = "BE:" + DemonstrationRegister.KNOWN_TO_BOTH.digits();
        JsonNode json =
                run("trace", "--person", person, "--data", data(), "--json").json();
        assertThat(json.path("messages").findValuesAsText("ticket")).contains(ticket);
        String caseId = json.path("messages").get(0).path("case").asText();
        assertThat(run("trace", "--case", caseId, "--data", data()).exit()).isZero();
        assertThat(trace.out()).doesNotContain(DemonstrationRegister.KNOWN_TO_BOTH.digits());
        CaseStands.check(caseId, data());
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    @Test
    void trace_ofWhatDoesNotExist_isANegativeAnswer() {
        assertThat(run("trace", "--ticket", UUID.randomUUID().toString(), "--data", data()))
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("nothing found");
    }

    @Test
    void deadLetters_ofAHealthyHub_areNone() {
        assertThat(run("dead-letters", "--data", data()))
                .returns(0, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("0 dead letter(s)");
    }

    @ParameterizedTest
    @MethodSource("be.kruispunt.hub.WrongUses#all")
    void wrongUse_ends2_andNamesTheRemedy(List<String> messageAndArguments) {
        List<String> arguments = messageAndArguments.subList(1, messageAndArguments.size());
        boolean takesData = !arguments.contains("--data")
                && Stream.of("inbox", "trace", "case", "rights", "init").anyMatch(arguments.getFirst()::equals);
        Ran ran = run(Stream.concat(arguments.stream(), takesData ? Stream.of("--data", data()) : Stream.empty())
                .toArray(String[]::new));
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(messageAndArguments.getFirst()).doesNotContain("\tat ");
    }

    private String data() {
        return data.toString();
    }

    @Test
    void inventedPeople_arePutInOnce_andFoundAsTheyWereTheNextTime() {
        String[] load = {"rights", "load", "--population", "20", "--customers", "50", "--data", data.toString()};
        assertThat(run(load))
                .returns(0, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("50 customers");
        assertThat(run(load).out()).contains(" 0 row(s) of rights changed");
    }
}
