package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.REGISTER;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_RIGHTS;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_ENERGY;
import static be.kruispunt.model.outcome.RefusalCode.REFERENCE_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.store.TraceQuery;
import be.kruispunt.store.TracedMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Customers without a number, from the message of the register to the answer: found by name and address, or not determined. */
@ExtendWith(SharedHub.class)
class NameAndAddressTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));
    private final Door door;

    NameAndAddressTest(Door door) {
        this.door = door;
    }

    private byte[] message(InstitutionId from, String example, LegalContext purpose, Map<String, String> texts) {
        Envelope envelope = Envelope.to(from, Settings.defaults().hub(), "GSS", purpose);
        String text = door.messages().example(example, envelope, CaseLink.NONE);
        for (Map.Entry<String, String> each : new TreeMap<>(texts).entrySet()) {
            text = Messages.changed(text, each.getKey(), each.getValue());
        }
        return door.messages().signed(from, text);
    }

    /** Two persons at one address, and what they are called. */
    private void live(int first, String street, Map<String, String> names) {
        var texts = new TreeMap<>(Map.of(
                "84031712187",
                Samples.insz(first).digits(),
                "86110220467",
                Samples.insz(first + 1).digits(),
                "12050907766",
                Samples.insz(first + 2).digits(),
                "NR-1000-20417",
                "NR-" + first,
                "NR-9000-00318",
                "NR-" + first + "-a",
                "NR-9000-00319",
                "NR-" + first + "-b",
                "Voorbeeldstraat",
                street));
        texts.putAll(names);
        door.accepts(REGISTER, message(REGISTER, "m902/1.0/examples/complete.xml", SOCIAL_RIGHTS, texts));
    }

    /** Four customers: by number, on one line, in fields with a day of birth, and one who forbids sharing. */
    private Door.Accepted customers(int first, Map<String, String> names) {
        var texts = new TreeMap<>(Map.of(
                "86110220467",
                Samples.insz(first + 2).digits(),
                "K-1004",
                "E-" + first + "-",
                "K-098812",
                "E-" + first + "-98",
                "<box>3</box>",
                ""));
        texts.putAll(names);
        return door.accepts(ENERGY, message(ENERGY, "m903/1.0/examples/complete.xml", SOCIAL_TARIFF_ENERGY, texts));
    }

    private void granted(int person) {
        door.accepts(
                CENTRES,
                message(
                        CENTRES,
                        "m901/1.0/examples/granted.xml",
                        SOCIAL_RIGHTS,
                        Map.of(
                                "84031712187", Samples.insz(person).digits(),
                                "PWSI-2026-000481", "R-" + person,
                                "2026-11-01", today.toString(),
                                "2026-11-16", today.toString())));
    }

    private record Answered(Map<String, Entitlement> answers, Mail.Receipt receipt, String xml) {}

    private Answered asks(String... references) {
        String customers = Stream.of(references)
                .map(one -> "<reference>" + one + "</reference>")
                .collect(Collectors.joining("</Customer><Customer>"));
        door.party(ENERGY)
                .send(message(
                        ENERGY,
                        "l901/1.0/examples/minimal.xml",
                        SOCIAL_TARIFF_ENERGY,
                        Map.of("2026-11-20", today.toString(), "<reference>K-100417</reference>", customers)));
        var letter = (Mail.Letter) door.next(ENERGY);
        var receipt = (Mail.Receipt) door.next(ENERGY);
        List<RightAnswer> answers =
                door.party(ENERGY).rights(letter).orElseThrow().answers();
        return new Answered(
                answers.stream()
                        .collect(Collectors.toMap(answer -> answer.customer().value(), RightAnswer::entitlement)),
                receipt,
                new String(letter.xml(), StandardCharsets.UTF_8));
    }

    @Test
    void aCustomerWithoutANumber_isFoundByNameAndAddress_andHisNumberIsToldToNobody() {
        live(5201, "Esdoornstraat", Map.of());
        granted(5202);
        Door.Accepted registered = customers(5201, Map.of("Voorbeeldstr", "Esdoornstr"));
        assertThat(registered.content().lines().orElseThrow().refused())
                .as("one that was never registered")
                .containsOnlyKeys(REFERENCE_UNKNOWN);

        Answered answered = asks("E-5201-17", "E-5201-18", "E-5201-20", "E-5201-19");

        assertThat(answered.answers())
                .isEqualTo(Map.of(
                        "E-5201-17", Entitlement.ENTITLED,
                        "E-5201-18", Entitlement.ENTITLED,
                        "E-5201-20", Entitlement.ENTITLED,
                        "E-5201-19", Entitlement.NOT_DETERMINED));
        assertThat(answered.xml()).doesNotContain(Samples.insz(5202).digits(), "Verhaegen", "verhaegen");
        assertThat(door.store().trace(new TraceQuery.ByPerson(Samples.insz(5202))))
                .as("he is told who asked about him")
                .extracting(TracedMessage::ticket)
                .contains(answered.receipt().content().ticket());
    }

    @Test
    void twoOfOneNameAtOneAddress_areNotDetermined_unlessTheirBirthTellsThemApart() {
        live(
                5211,
                "Beukenlaan",
                Map.of(
                        "<familyName>Peeters", "<familyName>Verhaegen",
                        "<givenName>Joris", "<givenName>Lieve",
                        "<birthDate>1986-11-02", "<birthDate>" + born(5212)));
        granted(5212);
        customers(
                5211,
                Map.of("Voorbeeldstraat", "Beukenlaan", "Voorbeeldstr.", "Beuken laan", "1986-11-02", born(5212)));
        assertThat(asks("E-5211-18", "E-5211-20").answers())
                .isEqualTo(Map.of("E-5211-18", Entitlement.NOT_DETERMINED, "E-5211-20", Entitlement.ENTITLED));
    }

    private static String born(int person) {
        String digits = Samples.insz(person).digits();
        Function<Integer, String> part = from -> digits.substring(from, from + 2);
        return "19" + part.apply(0) + "-" + part.apply(2) + "-" + part.apply(4);
    }
}
