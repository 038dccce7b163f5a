package be.kruispunt.hub.command;

import be.kruispunt.hub.Settings;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.trust.PemTls;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights ask}: a supplier's question, with a supplier's key. The operator has none of his own. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Asks a hub over HTTP who has a right on a day, as the supplier whose key is given: the question is"
                    + " counted and",
            "recorded as that supplier's. Nothing is looked up on this machine, and no data folder is needed. That"
                    + " nobody",
            "of these is a customer of the supplier's is a negative answer."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights ask --url https://localhost:8443 --key supplier.key --certificate supplier.pem \\",
            "      --authority authority.pem --scheme ENERGY_SOCIAL_TARIFF --purpose SOCIAL_TARIFF --customer K-1001",
            "  hub rights ask ... --scheme ENERGY_SOCIAL_TARIFF --purpose SOCIAL_TARIFF --day 2026-11-20 --json -"
        })
final class RightsAskCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PERSON",
            arity = "0..*",
            description = "an INSZ; - reads them from standard input, one a line, which keeps them out of the shell's"
                    + " history")
    private List<String> persons = new ArrayList<>();

    @Option(names = "--customer", paramLabel = "REF", description = "a customer by the supplier's own reference")
    private List<String> customers = new ArrayList<>();

    @Option(names = "--scheme", required = true, paramLabel = "SCHEME", description = "which right")
    private String scheme = "";

    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "PURPOSE",
            description = "the legal context that the deliberation allows, such as SOCIAL_TARIFF")
    private String purpose = "";

    @Option(names = "--day", paramLabel = "DAY", description = "the day, such as 2026-11-20; default: today")
    private String day = "";

    @Option(names = "--url", required = true, paramLabel = "URL", description = "the hub, such as https://hub:8443")
    private URI url = URI.create("https://localhost");

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "the supplier's key for TLS, in PEM")
    private Path key = Path.of("");

    @Option(names = "--certificate", required = true, paramLabel = "FILE", description = "its certificate, in PEM")
    private Path certificate = Path.of("");

    @Option(
            names = "--authority",
            required = true,
            paramLabel = "FILE",
            description = "the certificate of the hub's authority, in PEM")
    private Path authority = Path.of("");

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() throws IOException {
        if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new WrongUse("--url takes an address such as https://localhost:8443");
        }
        HttpQuestion.Answer answer = new HttpQuestion(url, tls()).ask(question());
        answer.lines().forEach(out::line);
        out.json(answer.body());
        return (answer.isAnswered() ? Exit.SUCCESS : Exit.NEGATIVE).code();
    }

    private PemTls tls() throws IOException {
        Settings.requireSecret(key);
        return new PemTls(key, certificate, authority);
    }

    private Map<String, Object> question() {
        List<Map<String, String>> asked = Stream.concat(
                        customers.stream().map(reference -> Map.of("customerReference", reference)),
                        numbers().map(number -> Map.of("ssin", number)))
                .toList();
        if (asked.isEmpty()) {
            throw new WrongUse("nobody is asked about: name a PERSON, or a --customer");
        }
        String on = day.isEmpty() ? LocalDate.now(ZoneId.of("Europe/Brussels")).toString() : day;
        return Map.of("scheme", scheme, "legalContext", purpose, "day", on, "customers", asked);
    }

    private Stream<String> numbers() {
        return persons.stream()
                .flatMap(person -> person.equals("-")
                        ? new String(Xml.read(Path.of("-")), StandardCharsets.UTF_8).lines()
                        : Stream.of(person))
                .map(PersonNumber::bare)
                .filter(number -> !number.isEmpty());
    }
}
