package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.hub.demo.Demonstration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The story that {@code hub demo} tells comes true. */
class DemonstrationTest {
    @Test
    void everythingGoesAsItShould_andTheAccountSaysSo() throws IOException {
        Path tmp = Path.of(System.getProperty("java.io.tmpdir"));
        Files.createDirectories(tmp);
        var account = new StringWriter();
        try (var demonstration = Demonstration.prepare(
                new DataFolder(Files.createTempDirectory(tmp, "demo")), new PrintWriter(account))) {
            assertThat(demonstration.play()).as(account.toString()).isTrue();
            demonstration.explainHowToGoOn();
        }
        assertThat(account.toString())
                .contains("The hub takes AMQP 1.0 over TLS on port ")
                .contains("received: U002 4.2 from LU:0053, signed by the hub BE:0999999922")
                .contains("which the sender wrote as U1 1.0")
                .contains("received: U1 1.0 from BE:0206737484")
                .contains("received: BL1 1.0 from BE:0411729366")
                .contains("loss report U1 1.0 -> U002 4.2: ")
                .contains("EARLIER-BOX-CHANGED box 2.1: ")
                .contains("refused: MALFORMED")
                .contains("refused: SIGNATURE_INVALID")
                .contains("refused: RECEIVER_NOT_INTEGRATED")
                .contains("the first answer came again, byte for byte")
                .contains("refused: DUPLICATE_IDENTIFIER")
                .contains("ENERGY_SOCIAL_TARIFF for K-100417: ENTITLED from ")
                .contains("WATER_SOCIAL_TARIFF for K-100417: NOT_ENTITLED")
                .contains("refused: NOT_YOUR_CUSTOMER")
                .contains("valid: MUNICIPAL_LEISURE_PASS until ")
                .contains("not valid: it was withdrawn")
                .contains("AUTHENTICATE")
                .contains("hub inbox --as BE:0206737484")
                .contains("everything as it should be.")
                .doesNotContain("SURPRISE");
    }
}
