package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_RIGHTS;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_ENERGY;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.hub.Ran;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What did we tell a supplier on a day, and why? And who asked about me? Each test has persons and references of its own. */
@ExtendWith(SharedHub.class)
class RightsProofTest {
    private static final InstitutionId HUB = Settings.defaults().hub();
    private static final String NOBODY = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";

    private final String today = LocalDate.now(ZoneId.of("Europe/Brussels")).toString();
    private final Door door;
    private final Path folder;

    RightsProofTest(Door door, @TempDir Path folder) {
        this.door = door;
        this.folder = folder;
    }

    private byte[] message(InstitutionId from, String example, LegalContext purpose, Map<String, String> texts) {
        String text = door.messages().example(example, Envelope.to(from, HUB, "GSS", purpose), CaseLink.NONE);
        for (Map.Entry<String, String> each : new TreeMap<>(texts).entrySet()) {
            text = Messages.changed(text, each.getKey(), each.getValue());
        }
        return door.messages().signed(from, text);
    }

    private void reports(String person, String reference) {
        door.accepts(
                CENTRES,
                message(
                        CENTRES,
                        "m901/1.0/examples/granted.xml",
                        SOCIAL_RIGHTS,
                        Map.of(
                                "84031712187",
                                person,
                                "PWSI-2026-000481",
                                reference,
                                "2026-11-01",
                                today,
                                "2026-11-16",
                                today)));
    }

    /** As if it had never been. */
    private void withdraws(String person, String reference) {
        door.accepts(
                CENTRES,
                message(
                        CENTRES,
                        "m901/1.0/examples/complete.xml",
                        SOCIAL_RIGHTS,
                        Map.of(
                                "90013045557", person,
                                "PWSI-2026-000312", reference,
                                "PWSI-2026-000481", reference + "-a",
                                "PWSI-2026-000477", reference + "-b",
                                "PWSI-2025-093114", reference + "-c")));
    }

    private void registers(String person, String reference) {
        door.accepts(
                ENERGY,
                message(
                        ENERGY,
                        "m903/1.0/examples/minimal.xml",
                        SOCIAL_TARIFF_ENERGY,
                        Map.of("86110220467", person, "K-100417", reference)));
    }

    private RightAnswer asks(String reference) {
        door.party(ENERGY)
                .send(message(
                        ENERGY,
                        "l901/1.0/examples/minimal.xml",
                        SOCIAL_TARIFF_ENERGY,
                        Map.of("2026-11-20", today, "K-100417", reference)));
        var letter = (Mail.Letter) door.next(ENERGY);
        door.next(ENERGY);
        return door.party(ENERGY).rights(letter).orElseThrow().answers().getFirst();
    }

    private Ran rights(String... words) {
        Path data = Objects.requireNonNull(door.hub().trust().root().getParent());
        return Ran.run(Stream.of(Stream.of("rights"), Stream.of(words), Stream.of("--data", data.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    private JsonNode answer(RightAnswer given) throws IOException {
        Ran ran = rights("answer", given.id().toString(), "--reason", "a test", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    @Test
    void whatWasTold_hasItsReasonAsItWasKnownThen_alsoWhenThatWasTakenBack() throws IOException {
        String person = Samples.insz(9601).digits();
        reports(person, "R-9601");
        registers(person, "E-9601");
        RightAnswer before = asks("E-9601");
        withdraws(person, "R-9601");
        RightAnswer after = asks("E-9601");
        assertThat(before.entitlement()).isEqualTo(Entitlement.ENTITLED);
        assertThat(after.entitlement()).isEqualTo(Entitlement.NOT_ENTITLED);

        JsonNode then = answer(before);
        assertThat(then.path("asker").asText()).isEqualTo(ENERGY.value());
        assertThat(then.path("entitlement").asText()).isEqualTo("ENTITLED");
        assertThat(then.path("until").asText())
                .isEqualTo(before.until().orElseThrow().toString());
        assertThat(then.path("authorisation").asText()).isNotEmpty();
        assertThat(then.path("right").path("line").asInt()).isEqualTo(1);
        assertThat(then.path("grounds").path(0).path("status").asText()).isEqualTo("LIVING_WAGE");
        assertThat(then.path("grounds").path(0).path("reference").asText()).isEqualTo("R-9601");
        assertThat(then.toString()).doesNotContain(person);

        JsonNode now = answer(after);
        assertThat(now.path("entitlement").asText()).isEqualTo("NOT_ENTITLED");
        assertThat(now.has("right")).isFalse();
        assertThat(now.path("grounds").isEmpty()).isTrue();

        String known = then.path("knownAt").asText();
        assertThat(rights("explain", person, "ENERGY_SOCIAL_TARIFF", "--known", known, "--reason", "then")
                        .exit())
                .isZero();
        assertThat(rights("explain", person, "ENERGY_SOCIAL_TARIFF", "--reason", "now")
                        .exit())
                .isEqualTo(1);
        assertThat(rights("explain", person, "ENERGY_SOCIAL_TARIFF").exit()).isEqualTo(2);
        assertThat(rights("asked", person, "--reason", "a test").out()).contains(": then", ": now");
    }

    @Test
    void anAnswer_isProvedByAFile_thatNeedsNoHub() throws IOException {
        String person = Samples.insz(9611).digits();
        reports(person, "R-9611");
        registers(person, "E-9611");
        RightAnswer given = asks("E-9611");
        Path proof = folder.resolve("answer.json");
        String root = answer(given).path("root").asText();
        Ran written =
                rights("answer", given.id().toString(), "--reason", "a test", "--numbers", "--proof", proof.toString());
        assertThat(written.out()).contains("answered: ENTITLED from ", "its customer E-9611", person, root);

        assertThat(Files.readString(proof)).doesNotContain(person);
        assertThat(Ran.run("rights", "verify-proof", proof.toString(), "--root", root))
                .returns(0, Ran::exit)
                .satisfies(
                        ran -> assertThat(ran.out()).contains("holds", "\"answerId\":\"" + given.id(), ENERGY.value()));
        assertThat(Ran.run("rights", "verify-proof", proof.toString(), "--root", NOBODY)
                        .exit())
                .isEqualTo(1);
        Path forged = folder.resolve("forged.json");
        Files.writeString(forged, Files.readString(proof).replace("ENTITLED", "NOT_ENTITLED"));
        Ran refused = Ran.run("rights", "verify-proof", forged.toString(), "--json");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.json().path("holds").asBoolean()).isFalse();
        Files.writeString(forged, "{\"format\": 1}");
        assertThat(Ran.run("rights", "verify-proof", forged.toString()).exit()).isEqualTo(2);
    }

    @Test
    void whoeverAsks_isToldWhoAskedAboutHim_andWhoLooked_andNothingOfAnybodyElse() throws IOException {
        String person = Samples.insz(9621).digits();
        String other = Samples.insz(9622).digits();
        reports(person, "R-9621");
        registers(person, "E-9621");
        registers(other, "E-9622");
        RightAnswer given = asks("E-9621");
        RightAnswer others = asks("E-9622");

        Ran first = rights("asked", person, "--reason", "request 26/031", "--by", "Jan");
        assertThat(first).returns(0, Ran::exit).satisfies(ran -> assertThat(ran.out())
                .contains(
                        ENERGY.value(),
                        "ENERGY_SOCIAL_TARIFF on " + today,
                        SOCIAL_TARIFF_ENERGY.value(),
                        "authorisation ",
                        given.id() + ": ENTITLED from ")
                .doesNotContain("E-9621", "E-9622", "LIVING_WAGE", others.id().toString(), other, "request 26/031"));
        JsonNode again =
                rights("asked", person, "--reason", "request 26/032", "--json").json();
        assertThat(again.path("questions").size()).isEqualTo(1);
        assertThat(again.path("looks").path(0).path("by").asText()).isEqualTo("Jan");
        assertThat(again.path("looks").path(0).path("reason").asText()).isEqualTo("request 26/031");
        assertThat(rights("asked", Samples.insz(9629).digits(), "--reason", "none")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void whoGivesNoReason_seesNothing() {
        assertThat(rights("asked", Samples.insz(9631).digits()).exit()).isEqualTo(2);
        assertThat(rights("asked", Samples.insz(9631).digits(), "--reason", " ").exit())
                .isEqualTo(2);
        assertThat(rights("answer", UUID.randomUUID().toString()).exit()).isEqualTo(2);
        assertThat(rights("answer", "none", "--reason", "a test").exit()).isEqualTo(2);
        assertThat(rights("answer", UUID.randomUUID().toString(), "--reason", "a test")
                        .exit())
                .isEqualTo(1);
        assertThat(rights("answer", UUID.randomUUID().toString(), "--reason", "a test", "--line", "K-1;ENTITLED")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void answersGo_whenTheirTimeIsOver_andNotBefore() throws IOException {
        String person = Samples.insz(9641).digits();
        registers(person, "E-9641");
        RightAnswer given = asks("E-9641");
        assertThat(rights("expire"))
                .returns(0, Ran::exit)
                .returns(
                        "emptied the answers of 0 question(s) and 0 run(s), 0 code(s) and 0 report(s)",
                        ran -> ran.out().strip());
        assertThat(answer(given).path("keptUntil").asText())
                .startsWith(Integer.toString(LocalDate.parse(today).getYear() + 10));
    }
}
