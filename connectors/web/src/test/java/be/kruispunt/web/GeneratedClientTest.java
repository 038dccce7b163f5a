package be.kruispunt.web;

import static be.kruispunt.web.TestDoor.ENERGY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.kruispunt.web.rights.RightsResource;
import be.kruispunt.web.rights.TestAnswers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client in another language, made by a kept generator from the contract as it is served, asks and is answered. The
 * generator is a program of its own, which {@code mvn verify -Plong} fetches. Python needs the libraries that the generated client
 * names: urllib3, pydantic, python-dateutil and typing-extensions.
 */
@Tag("long")
final class GeneratedClientTest {
    private static final Path GENERATOR =
            Path.of("target", "generator", "openapi-generator-cli.jar").toAbsolutePath();

    private static final String ASK =
            """
            import json, sys
            import rights_client as rights
            host, folder, authority = sys.argv[1:4]
            configuration = rights.Configuration(
                host=host, ssl_ca_cert=authority, cert_file=folder + "/tls.pem", key_file=folder + "/tls.key")
            with rights.ApiClient(configuration) as client:
                question = rights.Question(
                    scheme="ENERGY_SOCIAL_TARIFF", legal_context="SOCIAL_TARIFF", day="2026-11-26",
                    customers=[rights.Customer(customer_reference="K-1"), rights.Customer(ssin="85073003328"),
                               rights.Customer(customer_reference="somebody")])
                told = rights.RightsApi(client).ask_rights(question)
                for answer in told.answers:
                    print(answer.customer_reference, answer.entitlement, answer.until)
                print(told.not_customers, rights.MonitoringApi(client).check_health().status)
                try:
                    rights.RightsApi(client).ask_rights(question.model_copy(update={"legal_context": "CURIOSITY"}))
                except rights.ApiException as refused:
                    print(refused.status, json.loads(refused.body)["type"])
            """;

    @Test
    void aClientInPython_madeFromTheServedContract_asksAndIsAnswered(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(Files.exists(GENERATOR), "no generator in " + GENERATOR + ": run by the profile long");
        assumeTrue(
                run(folder, "python3", "-c", "import urllib3, pydantic, dateutil")
                        .isEmpty(),
                "Python's libraries");
        List<Operation> operations = Stream.concat(
                        new RightsResource(new TestAnswers(), () -> TestAnswers.SCHEMES).operations().stream(),
                        Monitoring.operations(() -> Health.UP).stream())
                .toList();
        try (var test = new TestDoor(TestDoor.patient(50, 1_000, 4), operations);
                HttpClient client = test.client(ENERGY)) {
            Files.writeString(
                    folder.resolve("openapi.yaml"),
                    test.get(client, "/openapi.yaml").body());
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            run(
                    folder,
                    java,
                    "-jar",
                    GENERATOR.toString(),
                    "generate",
                    "--generator-name=python",
                    "--input-spec=openapi.yaml",
                    "--output=.",
                    "--package-name=rights_client");
            Files.writeString(folder.resolve("ask.py"), ASK);
            String said = run(
                    folder,
                    "python3",
                    "ask.py",
                    "https://localhost:" + test.door.port(),
                    test.folder.institution(ENERGY).toString(),
                    test.folder.authorityCertificate().toString());
            assertThat(said)
                    .isEqualTo(
                            """
                            K-1 ENTITLED 2026-12-31
                            K-1 ENTITLED 2026-12-31
                            [2] UP
                            403 urn:problem-type:belgif:missingPermission
                            """);
        }
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
