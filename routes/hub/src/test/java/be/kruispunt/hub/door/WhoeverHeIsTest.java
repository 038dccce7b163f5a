package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_ENERGY;
import static be.kruispunt.model.outcome.RefusalCode.NOT_YOUR_CUSTOMER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.CaseLink;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A supplier that asks the queue's door about somebody who is not its customer, or registers him, learns nothing of whether there is
 * such a person, what he has, and what he was called before: it hears the same to the byte, but for identifiers and times.
 */
@ExtendWith(SharedHub.class)
class WhoeverHeIsTest {
    private final Door door;

    WhoeverHeIsTest(Door door) {
        this.door = door;
    }

    /**
     * One who lives with somebody, has a status and is another supplier's customer; one of whom nobody knows; and the number that
     * was replaced by that of the first.
     */
    private record People(Insz known, Insz nobody, Insz former) {
        static People from(int serial) {
            return new People(Samples.insz(serial), Samples.insz(serial + 1), Samples.insz(serial + 2));
        }
    }

    private People people(int serial, String street) {
        People people = People.from(serial);
        Insz known = people.known();
        var suppliers = new Suppliers(door.hub());
        suppliers.liveTogether("H-" + serial, street, known, Samples.insz(serial + 3));
        suppliers.called(known, "Verhaegen", "Lieve");
        suppliers.reports(
                Suppliers.CENTRES, known, "LIVING_WAGE", Suppliers.today().withDayOfYear(1));
        suppliers.customer(Suppliers.WATTS, "W-" + serial, known);
        door.store().registerWriter().putReplacedNumbers(Map.of(people.former(), known));
        return people;
    }

    private byte[] message(String example, Map<String, String> texts) {
        return door.messages().signed(ENERGY, text(example, texts));
    }

    private String text(String example, Map<String, String> texts) {
        Envelope envelope = Envelope.to(ENERGY, Settings.defaults().hub(), "GSS", SOCIAL_TARIFF_ENERGY);
        String text = door.messages().example(example, envelope, CaseLink.NONE);
        for (Map.Entry<String, String> each : new TreeMap<>(texts).entrySet()) {
            text = Messages.changed(text, each.getKey(), each.getValue());
        }
        return text;
    }

    private String asksByNumber(Insz person) {
        String question = text(
                "l901/1.0/examples/complete.xml",
                Map.of("2026-11-20", Suppliers.today().toString(), "51072331815", person.digits()));
        return refused(door.messages()
                .signed(ENERGY, question.replaceFirst("(?s)<Customer>\\s*<reference>.*?</Customer>\\s*", "")));
    }

    private String asksByReference(String reference) {
        return refused(message(
                "l901/1.0/examples/minimal.xml",
                Map.of("2026-11-20", Suppliers.today().toString(), "K-100417", reference)));
    }

    private String refused(byte[] question) {
        door.party(ENERGY).send(question);
        return withoutIdentifiersAndTimes(
                door.refused(ENERGY, NOT_YOUR_CUSTOMER).xml());
    }

    private String registersByNumber(Insz person, String reference) {
        return accepted(message(
                "m903/1.0/examples/minimal.xml", Map.of("86110220467", person.digits(), "K-100417", reference)));
    }

    /** Four customers, two of them without a number, in this street. */
    private String registersByName(String street, int serial) {
        return accepted(message(
                "m903/1.0/examples/complete.xml",
                Map.of(
                        "86110220467",
                        Samples.insz(serial).digits(),
                        "K-1004",
                        "E-" + serial + "-",
                        "K-098812",
                        "E-" + serial + "-98",
                        "<box>3</box>",
                        "",
                        "Voorbeeldstraat 27",
                        street + " 1",
                        "Voorbeeldstr.",
                        street,
                        "<houseNumber>27",
                        "<houseNumber>1")));
    }

    private String accepted(byte[] report) {
        return withoutIdentifiersAndTimes(door.accepts(ENERGY, report).receipt().xml());
    }

    private static String withoutIdentifiersAndTimes(byte[] xml) {
        return new String(xml, UTF_8)
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+00:00)", "TIME")
                .replaceAll("[0-9a-f]{64}", "DIGEST")
                .replaceAll(">[A-Za-z0-9+/=\\s]{40,}<", ">SIGNED<");
    }

    @Test
    void whoIsNotTheAskersCustomer_isOneRefusal_whoeverHeIs() {
        People people = people(5301, "Kastanjelaan");
        String anothers = asksByReference("W-5301");
        assertThat(anothers).contains(NOT_YOUR_CUSTOMER.name());
        assertThat(Stream.of(
                        asksByReference("W-5399"),
                        asksByNumber(people.known()),
                        asksByNumber(people.nobody()),
                        asksByNumber(people.former())))
                .containsOnly(anothers);
    }

    @Test
    void whomASupplierRegisters_isTakenTheSame_whoeverHeIs() {
        People people = people(5305, "Lijsterbeslaan");
        String nobody = registersByNumber(people.nobody(), "E-5302");
        assertThat(registersByNumber(people.known(), "E-5301")).isEqualTo(nobody);
        assertThat(registersByNumber(people.former(), "E-5303")).isEqualTo(nobody);
        assertThat(registersByName("Lijsterbeslaan", 5311)).isEqualTo(registersByName("Nergenslaan", 5312));
    }
}
