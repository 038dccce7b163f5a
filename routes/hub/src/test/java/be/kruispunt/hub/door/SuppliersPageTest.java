package be.kruispunt.hub.door;

import static be.kruispunt.hub.door.Suppliers.CENTRES;
import static be.kruispunt.hub.door.Suppliers.WATTS;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Insz;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the page for suppliers, as somebody would copy them. */
@ExtendWith(SharedHub.class)
class SuppliersPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("kruispunt.root", "../..")).resolve("docs/suppliers.md");
    private static final Pattern LINE = Pattern.compile("^ {4}curl (?:.*\\\\\n)*.*(?:\n {17}.*)*", Pattern.MULTILINE);

    private final Suppliers suppliers;

    SuppliersPageTest(Door door) {
        this.suppliers = new Suppliers(door.hub());
    }

    @Test
    void everyCurlLine_works(@TempDir Path folder) throws IOException, InterruptedException {
        suppliers.register();
        Insz customer = Insz.of("85073003328");
        suppliers.reports(CENTRES, customer, "LIVING_WAGE", LocalDate.of(2026, 5, 10));
        suppliers.customer(WATTS, "K-1001", customer);
        Files.copy(suppliers.folder(WATTS).resolve("tls.pem"), folder.resolve("supplier.pem"));
        Files.copy(suppliers.folder(WATTS).resolve("tls.key"), folder.resolve("supplier.key"));
        Files.copy(suppliers.authority(), folder.resolve("authority.pem"));

        List<String> said = new ArrayList<>();
        for (String line : LINE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group().strip())
                .toList()) {
            said.add(
                    run(folder, line.replace("localhost:8443", suppliers.uri("").getAuthority())));
        }

        assertThat(said).hasSize(4);
        assertThat(said.get(0)).startsWith("{\"status\":");
        assertThat(said.get(1)).contains("ENERGY_SOCIAL_TARIFF");
        JsonNode answers = new ObjectMapper().readTree(said.get(2)).path("answers");
        assertThat(answers).hasSize(2);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.path("customerReference").asText()).isEqualTo("K-1001"));
        assertThat(said.get(3)).startsWith("openapi: 3.0.3");
    }

    private static String run(Path folder, String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", line.replaceFirst("curl ", "curl --silent --show-error "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(line + "\n" + said).isZero();
        return said;
    }
}
