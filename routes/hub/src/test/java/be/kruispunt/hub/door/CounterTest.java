package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.MUNICIPALITY;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.hub.Ran;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A municipality gets a code for its customer, and a museum checks it with nothing but two files. */
@ExtendWith(SharedHub.class)
class CounterTest {
    private static final Path DOCS =
            Path.of(System.getProperty("kruispunt.root", "../..")).resolve("docs");
    private static final Pattern LINE = Pattern.compile("^ {4}(?:curl|node|hub) (?:.*\\\\\n)*.*$", Pattern.MULTILINE);

    private final Door door;
    private final Suppliers suppliers;
    private final Path folder;

    CounterTest(Door door, @TempDir Path folder) {
        this.door = door;
        this.suppliers = new Suppliers(door.hub());
        this.folder = folder;
    }

    private HttpResponse<String> code(InstitutionId asker, String scheme, String reference) {
        return suppliers.post(
                asker,
                "/rights/v1/codes",
                """
                {"scheme": "%s", "legalContext": "LEISURE", "customer": {"customerReference": "%s"}}
                """
                        .formatted(scheme, reference));
    }

    private String issued(String reference) throws IOException {
        HttpResponse<String> answer = code(MUNICIPALITY, "MUNICIPAL_LEISURE_PASS", reference);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode code = new ObjectMapper().readTree(answer.body()).path("code");
        assertThat(code.path("svg").asText()).startsWith("<svg ");
        return code.path("text").asText();
    }

    private void living(Insz person, String reference) {
        suppliers.reports(CENTRES, person, "LIVING_WAGE", Suppliers.today().minusDays(3));
        suppliers.customer(MUNICIPALITY, reference, person);
    }

    /** As somebody at the museum does, who was given these files. */
    private Ran check(String code) throws IOException {
        Path keys = folder.resolve("keys.json");
        Path list = Files.createTempFile(folder, "withdrawals", ".jwt");
        Files.writeString(keys, suppliers.get(MUNICIPALITY, "/rights/v1/keys").body());
        Files.writeString(
                list, suppliers.get(MUNICIPALITY, "/rights/v1/withdrawals").body());
        return Ran.run("rights", "check", code, "--key", keys.toString(), "--withdrawals", list.toString(), "--json");
    }

    private Ran operator(String... words) {
        String data =
                Objects.requireNonNull(door.hub().trust().root().getParent()).toString();
        return Ran.run(Stream.concat(Stream.of("rights"), Stream.concat(Stream.of(words), Stream.of("--data", data)))
                .toArray(String[]::new));
    }

    @Test
    void aCodeIsBelieved_untilANewerOneIsMade_orItIsWithdrawn() throws IOException {
        living(Samples.insz(5401), "P-5401");
        String first = issued("P-5401");
        Ran checked = check(first);
        assertThat(checked.exit()).as(checked.out()).isZero();
        assertThat(checked.json().path("right").asText()).isEqualTo("MUNICIPAL_LEISURE_PASS");
        assertThat(checked.json().has("notWithdrawnAsOf")).isTrue();
        String second = issued("P-5401");
        assertThat(check(first))
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("WITHDRAWN");
        JsonNode valid = check(second).json();
        assertThat(operator("withdraw-code", valid.path("codeId").asText()).exit())
                .isZero();
        assertThat(check(second))
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("WITHDRAWN");
        assertThat(operator("withdraw-code", valid.path("codeId").asText()).exit())
                .isEqualTo(1);
    }

    @Test
    void whatWasAltered_isNoCode() throws IOException {
        living(Samples.insz(5411), "P-5411");
        String code = issued("P-5411");
        char last = code.charAt(code.length() - 2);
        String altered =
                code.substring(0, code.length() - 2) + (last == 'A' ? 'B' : 'A') + code.substring(code.length() - 1);
        assertThat(check(altered))
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("FORGED");
        assertThat(Ran.run(
                                "rights",
                                "check",
                                code,
                                "--key",
                                folder.resolve("nowhere").toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void whoHasNoRight_whoIsNoCustomer_andWhoMayNotAsk_getNone() {
        suppliers.customer(MUNICIPALITY, "P-5421", Samples.insz(5421));
        assertThat(code(MUNICIPALITY, "MUNICIPAL_LEISURE_PASS", "P-5421").body())
                .contains("\"entitlement\":\"NOT_ENTITLED\"")
                .doesNotContain("\"code\"");
        living(Samples.insz(5422), "P-5422");
        assertThat(code(MUNICIPALITY, "MUNICIPAL_LEISURE_PASS", "P-5999").body())
                .isEqualTo("{\"answers\":[],\"notCustomers\":[0]}");
        assertThat(code(ENERGY, "MUNICIPAL_LEISURE_PASS", "P-5422").statusCode())
                .isEqualTo(403);
        assertThat(code(MUNICIPALITY, "ENERGY_SOCIAL_TARIFF", "P-5422").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOperator_makesOneToo() throws IOException {
        living(Samples.insz(5431), "P-5431");
        Path picture = folder.resolve("pass.svg");
        String[] words = {
            "code", "MUNICIPAL_LEISURE_PASS", "--as", MUNICIPALITY.value(), "--for", "LEISURE", "--birth-year"
        };
        Ran made =
                operator(Stream.concat(Stream.of(words), Stream.of("--customer", "P-5431", "--out", picture.toString()))
                        .toArray(String[]::new));
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(picture).content().startsWith("<svg ");
        assertThat(check(made.out().strip()).json().path("birthYear").asInt())
                .isEqualTo(Samples.insz(5431).birth().orElseThrow().year());
        assertThat(operator(Stream.concat(Stream.of(words), Stream.of("--customer", "P-0"))
                        .toArray(String[]::new)))
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("NOT_A_CUSTOMER");
        Path keys = folder.resolve("own.json");
        assertThat(operator("keys", "--out", keys.toString()).exit()).isZero();
        assertThat(keys)
                .content()
                .isEqualTo(suppliers.get(MUNICIPALITY, "/rights/v1/keys").body());
        assertThat(operator("withdrawals").out()).startsWith("eyJ");
    }

    /** The lines of the page, as somebody would copy them, in their order. */
    @Test
    void everyLineOfThePage_works() throws IOException, InterruptedException {
        living(Samples.insz(5441), "P-2001");
        Files.copy(suppliers.folder(MUNICIPALITY).resolve("tls.pem"), folder.resolve("supplier.pem"));
        Files.copy(suppliers.folder(MUNICIPALITY).resolve("tls.key"), folder.resolve("supplier.key"));
        Files.copy(suppliers.authority(), folder.resolve("authority.pem"));
        Files.copy(DOCS.resolve("clients/check-code.mjs"), folder.resolve("check-code.mjs"));
        List<String> lines = LINE.matcher(Files.readString(DOCS.resolve("counter.md")))
                .results()
                .map(found -> found.group().strip())
                .toList();
        assertThat(lines).hasSize(5);

        String code = new ObjectMapper()
                .readTree(bash(lines.get(0)))
                .path("code")
                .path("text")
                .asText();
        bash(lines.get(1));
        bash(lines.get(2));
        String[] hub = lines.get(3)
                .replace("eyJ...", code)
                .replaceAll("(keys.json|withdrawals.jwt)", folder + "/$1")
                .split(" ", -1);
        Ran checked = Ran.run(Stream.of(hub).skip(1).toArray(String[]::new));
        assertThat(checked.exit()).as(checked.out() + checked.err()).isZero();
        assertThat(checked.out())
                .startsWith(bash(lines.get(4).replace("eyJ...", code)).strip());
    }

    /** Who cannot read a file knows nothing of the code: nobody who shows a good one is sent away for that. */
    @Test
    void aFileThatCannotBeRead_isNoInvalidCode_alsoWithoutTheHubsSoftware() throws IOException, InterruptedException {
        Files.copy(DOCS.resolve("clients/check-code.mjs"), folder.resolve("check-code.mjs"));
        Files.writeString(folder.resolve("page.html"), "<html>");
        Files.writeString(folder.resolve("keys.json"), "{\"keys\": []}");
        String noHeader = "e.e." + "A".repeat(86);

        bash("node check-code.mjs " + noHeader + " none.json; test $? = 2");
        bash("node check-code.mjs " + noHeader + " page.html; test $? = 2");
        assertThat(bash("node check-code.mjs " + noHeader + " keys.json; test $? = 1"))
                .isEqualToIgnoringNewLines("not valid: no code");
    }

    private String bash(String line) throws IOException, InterruptedException {
        String there = line.replace("localhost:8443", suppliers.uri("").getAuthority())
                .replaceFirst("curl ", "curl --silent --show-error ");
        Process process = new ProcessBuilder("bash", "-c", there)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(there + "\n" + said).isZero();
        return said;
    }
}
