package be.kruispunt.hub.door;

import static be.kruispunt.hub.door.Suppliers.CENTRES;
import static be.kruispunt.hub.door.Suppliers.CURIOUS;
import static be.kruispunt.hub.door.Suppliers.WATTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.documents.Samples;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.store.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A supplier puts files into its folder, and finds receipts and results, signed by the hub. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesTest {
    private static final Path SUPPLIERS_PAGE =
            Path.of(System.getProperty("kruispunt.root", "../..")).resolve("docs/suppliers.md");
    private static final LocalDate THIS_YEAR = Suppliers.today().withDayOfYear(1);
    private static final String QUESTION = "rights-question;1;ENERGY_SOCIAL_TARIFF;SOCIAL_TARIFF;" + Suppliers.today();

    private final TestHub hub;
    private final Suppliers suppliers;
    private final FileRoom room;

    FilesTest(Door door) {
        this.hub = door.hub();
        this.suppliers = new Suppliers(hub);
        this.room = new FileRoom(hub);
    }

    @BeforeAll
    void register() throws IOException {
        suppliers.register();
        for (InstitutionId supplier : List.of(WATTS, CURIOUS, TestHub.STRANGER)) {
            Files.createDirectories(room.in(supplier));
        }
    }

    private Insz entitled(int n, String reference) {
        Insz person = Samples.insz(n);
        suppliers.reports(CENTRES, person, "LIVING_WAGE", THIS_YEAR);
        suppliers.customer(WATTS, reference, person);
        return person;
    }

    @Test
    void aFile_isAnsweredByAReceiptAndAResult_andSentAgainByTheFirstAnswer() throws IOException {
        Insz person = entitled(6_101, "F-6101");
        room.put(
                WATTS, room.key(WATTS), "ask-1", QUESTION, "F-6101", ";" + person.digits(), "no;body;here", "F-nobody");
        assertThat(room.receipt(WATTS, "ask-1")).isEqualTo("TAKEN LINE_INVALID 3");
        List<String> result = room.answer(WATTS, "ask-1.result");
        String yes =
                "F-6101;ENTITLED;" + THIS_YEAR + ";" + THIS_YEAR.plusYears(1).minusDays(1);
        assertThat(result.getFirst()).startsWith("rights-result;1;ENERGY_SOCIAL_TARIFF;SOCIAL_TARIFF;");
        assertThat(result.subList(1, result.size()).stream()
                        .map(line -> line.replaceFirst(";[^;]*;[0-9a-f-]{36}$", "")))
                .containsExactly(yes, yes, ";LINE_INVALID;;", "F-nobody;NOT_YOUR_CUSTOMER;;");
        assertThat(room.in(WATTS).resolve("ask-1.csv")).doesNotExist();

        List<Path> answered = new ArrayList<>();
        try (var files = Files.list(room.out(WATTS))) {
            files.filter(file -> file.getFileName().toString().startsWith("ask-1."))
                    .forEach(answered::add);
        }
        for (Path file : answered) {
            Files.delete(file);
        }
        room.put(
                WATTS, room.key(WATTS), "ask-1", QUESTION, "F-6101", ";" + person.digits(), "no;body;here", "F-nobody");
        assertThat(room.receipt(WATTS, "ask-1")).isEqualTo("TAKEN LINE_INVALID 3");
        assertThat(room.answer(WATTS, "ask-1.result")).isEqualTo(result);
        room.put(
                WATTS,
                room.key(WATTS),
                "ask-again",
                QUESTION,
                "F-6101",
                ";" + person.digits(),
                "no;body;here",
                "F-nobody");
        room.put(WATTS, room.key(WATTS), "ask-1", QUESTION, "F-6101");
        assertThat(room.receipt(WATTS, "ask-again")).isEqualTo("REPEATED");
        await().until(() -> room.receipt(WATTS, "ask-1").equals("REFUSED FILE_NAME_TAKEN 0"));
        assertThat(room.in(WATTS).resolve("ask-1.csv")).exists();
    }

    /** All at once: each is answered, and none holds up another. */
    @Test
    void whatIsWrongWithAFile_standsInItsReceipt() throws IOException {
        room.write(WATTS, "half", QUESTION, "F-1");
        Path changed = room.write(WATTS, "changed", QUESTION, "F-1");
        room.sign(changed, room.key(WATTS));
        Files.writeString(changed, QUESTION + "\nF-2\n");
        room.go(WATTS, "changed");
        room.write(WATTS, "unsigned", QUESTION, "F-1");
        room.go(WATTS, "unsigned");
        room.go(WATTS, "alone");
        room.put(WATTS, room.key(CURIOUS), "anothers", QUESTION, "F-1");
        room.put(WATTS, hub.keys().otherAuthority(), "unbelieved", QUESTION, "F-1");
        room.put(WATTS, room.key(WATTS), "header", "ENERGY_SOCIAL_TARIFF", "F-1");
        room.put(WATTS, room.key(WATTS), "other-right", QUESTION.replace("ENERGY_SOCIAL", "WATER_SOCIAL"), "F-1");
        room.put(WATTS, room.key(WATTS), "other-purpose", QUESTION.replace("SOCIAL_TARIFF;2", "OTHER;2"), "F-1");
        room.put(WATTS, room.key(WATTS), "my file", QUESTION, "F-1");
        room.put(TestHub.STRANGER, room.key(WATTS), "stranger", QUESTION, "F-1");
        assertThat(List.of(
                                "changed",
                                "unsigned",
                                "alone",
                                "anothers",
                                "unbelieved",
                                "header",
                                "other-right",
                                "other-purpose",
                                "~my_file")
                        .stream()
                        .collect(Collectors.toMap(name -> name, name -> room.receipt(WATTS, name))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "changed", "REFUSED SIGNATURE_INVALID 0",
                        "unsigned", "REFUSED SIGNATURE_MISSING 0",
                        "alone", "REFUSED FILE_MISSING 0",
                        "anothers", "REFUSED SIGNER_MISMATCH 0",
                        "unbelieved", "REFUSED CERTIFICATE_UNTRUSTED 0",
                        "header", "REFUSED FILE_HEADER 1",
                        "other-right", "REFUSED SCHEME_NOT_AUTHORISED 0",
                        "other-purpose", "REFUSED SCHEME_NOT_AUTHORISED 0",
                        "~my_file", "REFUSED FILE_NAME 0"));
        assertThat(room.receipt(TestHub.STRANGER, "stranger")).isEqualTo("REFUSED SIGNER_MISMATCH 0");
        assertThat(room.out(WATTS).resolve("half.receipt.go")).doesNotExist();
        assertThat(room.in(WATTS).resolve("half.csv")).exists();
        assertThat(room.in(WATTS).resolve("header.csv")).as("to be corrected").exists();
        assertThat(room.in(WATTS).resolve("header.go")).doesNotExist();
        assertThat(hub.hub().store().runs().refused(100)).anySatisfy(file -> {
            assertThat(file.name()).isEqualTo("changed");
            assertThat(file.code()).isEqualTo("SIGNATURE_INVALID");
            assertThat(file.digest()).contains(Digest.of(Files.readAllBytes(changed)));
        });
    }

    @Test
    void aSubscriber_isToldOfItsCustomersByItself() throws IOException {
        entitled(6_201, "F-6201");
        var subscription = new Subscription(
                WATTS,
                SchemeCode.of("ENERGY_SOCIAL_TARIFF"),
                LegalContext.of("SOCIAL_TARIFF"),
                Validity.from(THIS_YEAR));
        hub.hub().store().runs().subscriptions().put(subscription, "a test");
        String quarter =
                Suppliers.today().getYear() + "-Q" + ((Suppliers.today().getMonthValue() + 2) / 3);
        assertThat(room.answer(WATTS, "ENERGY_SOCIAL_TARIFF.SOCIAL_TARIFF." + quarter + ".quarter"))
                .anyMatch(line -> line.startsWith("F-6201;ENTITLED;" + THIS_YEAR + ";"));
        hub.hub().store().runs().subscriptions().remove(subscription, "a test");
    }

    /** The lines of the page for suppliers, as somebody would copy them. */
    @Test
    void whatThePageSaysOfOpenssl_works(@TempDir Path folder) throws IOException, InterruptedException {
        entitled(6_301, "K-1001");
        Path keys = suppliers.folder(WATTS);
        run(
                folder,
                "openssl pkcs12 -nodes -nocerts -in " + keys.resolve("sign.p12") + " -passin file:"
                        + keys.resolve("sign.p12.password") + " -out signer.key");
        Files.copy(keys.resolve("sign.pem"), folder.resolve("signer.pem"));
        Files.copy(suppliers.authority(), folder.resolve("authority.pem"));
        Files.writeString(folder.resolve("november.csv"), QUESTION + "\nK-1001\n");
        List<String> lines = Files.readAllLines(SUPPLIERS_PAGE).stream()
                .filter(line -> line.startsWith("    openssl cms"))
                .toList();
        assertThat(lines).hasSize(2);
        run(folder, lines.get(0));
        for (String name : List.of("november.csv.p7s", "november.csv")) {
            Files.copy(folder.resolve(name), room.in(WATTS).resolve(name));
        }
        room.go(WATTS, "november");
        assertThat(room.receipt(WATTS, "november")).isEqualTo("TAKEN");
        assertThat(room.answer(WATTS, "november.result").get(1)).startsWith("K-1001;ENTITLED;");
        for (String name : List.of("november.result.csv.p7s", "november.result.csv")) {
            Files.copy(room.out(WATTS).resolve(name), folder.resolve(name));
        }
        run(folder, lines.get(1));
    }

    private static void run(Path folder, String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(line + "\n" + said).isZero();
    }
}
