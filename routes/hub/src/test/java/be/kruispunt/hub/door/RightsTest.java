package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.REGISTER;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_RIGHTS;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_WATER;
import static be.kruispunt.hub.sample.DemonstrationRegister.WATER;
import static be.kruispunt.model.outcome.RefusalCode.DAY_IMPOSSIBLE;
import static be.kruispunt.model.outcome.RefusalCode.DAY_TOO_LONG_AGO;
import static be.kruispunt.model.outcome.RefusalCode.NOT_YOUR_CUSTOMER;
import static be.kruispunt.model.outcome.RefusalCode.QUESTIONS_STOPPED;
import static be.kruispunt.model.outcome.RefusalCode.REFERENCE_TAKEN;
import static be.kruispunt.model.outcome.RefusalCode.REFERENCE_UNKNOWN;
import static be.kruispunt.model.outcome.RefusalCode.SCHEME_NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.STATUS_NOT_AUTHORISED;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.LineAnswers;
import be.kruispunt.documents.Samples;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.store.TraceQuery;
import be.kruispunt.store.TracedMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What authentic sources and suppliers tell and ask the hub itself. Each test has persons and references of its own. */
@ExtendWith(SharedHub.class)
class RightsTest {
    private static final InstitutionId HUB = Settings.defaults().hub();

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));
    private final Door door;

    RightsTest(Door door) {
        this.door = door;
    }

    private byte[] message(InstitutionId from, String example, LegalContext purpose, Map<String, String> texts) {
        String text = door.messages().example(example, Envelope.to(from, HUB, "GSS", purpose), CaseLink.NONE);
        for (Map.Entry<String, String> each : new TreeMap<>(texts).entrySet()) {
            text = Messages.changed(text, each.getKey(), each.getValue());
        }
        return door.messages().signed(from, text);
    }

    private byte[] granted(String person, String reference) {
        return message(
                CENTRES,
                "m901/1.0/examples/granted.xml",
                SOCIAL_RIGHTS,
                Map.of(
                        "84031712187",
                        person,
                        "PWSI-2026-000481",
                        reference,
                        "2026-11-01",
                        today.toString(),
                        "2026-11-16",
                        today.toString()));
    }

    private byte[] withdrawn(String person, String reference) {
        return message(
                CENTRES,
                "m901/1.0/examples/complete.xml",
                SOCIAL_RIGHTS,
                Map.of(
                        "90013045557", person,
                        "PWSI-2026-000312", reference,
                        "PWSI-2026-000481", reference + "-a",
                        "PWSI-2026-000477", reference + "-b",
                        "PWSI-2025-093114", reference + "-c"));
    }

    private byte[] customer(InstitutionId supplier, LegalContext purpose, String person, String reference) {
        return message(
                supplier,
                "m903/1.0/examples/minimal.xml",
                purpose,
                Map.of("86110220467", person, "K-100417", reference));
    }

    private byte[] question(String... references) {
        return question(ENERGY, SOCIAL_TARIFF_ENERGY, "ENERGY_SOCIAL_TARIFF", references);
    }

    private byte[] question(InstitutionId asker, LegalContext purpose, String scheme, String... references) {
        return message(
                asker,
                "l901/1.0/examples/minimal.xml",
                purpose,
                Map.of(
                        "2026-11-20", today.toString(),
                        ">ENERGY_SOCIAL_TARIFF<", ">" + scheme + "<",
                        "<reference>K-100417</reference>",
                                List.of(references).stream()
                                        .map(one -> "<reference>" + one + "</reference>")
                                        .collect(Collectors.joining("</Customer><Customer>"))));
    }

    private record Answered(List<RightAnswer> answers, Mail.Receipt receipt, String xml) {}

    /** The answer lies before the receipt. */
    private Answered asks(byte[] question) {
        door.party(ENERGY).send(question);
        var letter = (Mail.Letter) door.next(ENERGY);
        var receipt = (Mail.Receipt) door.next(ENERGY);
        door.nothingElseMoved();
        assertThat(door.signature(letter.xml()).signer()).isEqualTo(HUB);
        assertThat(letter.header().receivers()).containsExactly(ENERGY);
        return new Answered(
                door.party(ENERGY).rights(letter).orElseThrow().answers(),
                receipt,
                new String(letter.xml(), StandardCharsets.UTF_8));
    }

    private static LineAnswers allTaken(int lines) {
        return new LineAnswers(lines, new TreeMap<>());
    }

    @Test
    void aSourceReports_andASupplierHearsYesUntilTheEndOfTheYear_andNothingElse() {
        String person = Samples.insz(5001).digits();
        Door.Accepted reported = door.accepts(CENTRES, granted(person, "R-5001"));
        assertThat(reported.content().lines()).contains(allTaken(1));
        assertThat(reported.content().inCase()).isEmpty();
        door.accepts(ENERGY, customer(ENERGY, SOCIAL_TARIFF_ENERGY, person, "E-5001"));

        Answered answered = asks(question("E-5001"));

        assertThat(answered.receipt().content().lines()).contains(allTaken(1));
        assertThat(answered.answers())
                .singleElement()
                .returns(CustomerReference.of("E-5001"), RightAnswer::customer)
                .returns(Entitlement.ENTITLED, RightAnswer::entitlement)
                .returns(
                        Optional.of(today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1)
                                .withDayOfMonth(1)),
                        RightAnswer::from)
                .returns(Optional.of(LocalDate.of(today.getYear(), 12, 31)), RightAnswer::until);
        assertThat(answered.xml()).doesNotContain(person, "LIVING_WAGE", CENTRES.value(), "R-5001");
        TracedMessage traced = door.trace(answered.receipt().content().ticket());
        assertThat(door.store().authorisations(traced))
                .singleElement()
                .satisfies(authorisation -> assertThat(authorisation.rights()).containsExactly("ENERGY_SOCIAL_TARIFF"));
        assertThat(door.store().trace(new TraceQuery.ByPerson(Samples.insz(5001))))
                .extracting(TracedMessage::ticket)
                .contains(reported.ticket(), traced.ticket());
    }

    @Test
    void whoLivesWithTheHolder_hasTheRightToo_untilTheStatusIsWithdrawn() {
        String holder = Samples.insz(5011).digits();
        String other = Samples.insz(5012).digits();
        door.accepts(
                REGISTER,
                message(
                        REGISTER,
                        "m902/1.0/examples/complete.xml",
                        SOCIAL_RIGHTS,
                        Map.of(
                                "84031712187", holder,
                                "86110220467", other,
                                "NR-1000-20417", "NR-5011",
                                "NR-9000-00318", "NR-5012",
                                "NR-9000-00319", "NR-5013")));
        door.accepts(ENERGY, customer(ENERGY, SOCIAL_TARIFF_ENERGY, other, "E-5012"));
        assertThat(asks(question("E-5012")).answers())
                .extracting(RightAnswer::entitlement)
                .doesNotContain(Entitlement.ENTITLED);
        door.accepts(CENTRES, granted(holder, "R-5011"));
        assertThat(asks(question("E-5012")).answers())
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.ENTITLED);

        Door.Accepted withdrawal = door.accepts(CENTRES, withdrawn(holder, "R-5011"));

        assertThat(withdrawal.content().lines().orElseThrow().refused()).containsOnlyKeys(REFERENCE_UNKNOWN);
        assertThat(asks(question("E-5012")).answers())
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.NOT_ENTITLED);
    }

    @Test
    void whatComesAgain_getsTheFirstAnswer_andChangesNothing() {
        byte[] report = granted(Samples.insz(5021).digits(), "R-5021");
        Door.Accepted first = door.accepts(CENTRES, report);
        assertThat(door.accepts(CENTRES, report).receipt().xml())
                .isEqualTo(first.receipt().xml());
    }

    @Test
    void aStatusThatTheSourceMayNotReport() {
        Refusal refusal = door.refuses(
                CENTRES,
                message(
                        CENTRES,
                        "m901/1.0/examples/granted.xml",
                        SOCIAL_RIGHTS,
                        Map.of("LIVING_WAGE", "BLIND_90", "PWSI-2026-000481", "R-5031")),
                STATUS_NOT_AUTHORISED);
        assertThat(refusal.findings()).singleElement().satisfies(finding -> assertThat(finding.path())
                .isEqualTo("/StatusLine"));
    }

    @Test
    void aReferenceThatWasToldOf_orWasNot() {
        String person = Samples.insz(5041).digits();
        door.accepts(CENTRES, granted(person, "R-5041"));
        door.refuses(CENTRES, granted(Samples.insz(5042).digits(), "R-5041"), REFERENCE_TAKEN);
        door.refuses(
                ENERGY,
                message(
                        ENERGY,
                        "m903/1.0/examples/refused/M903-END-MISSING.xml",
                        SOCIAL_TARIFF_ENERGY,
                        Map.of("K-098812", "E-5049", "</Contract>", "<to>2026-10-31</to></Contract>")),
                REFERENCE_UNKNOWN);
    }

    @Test
    void aDayThatIsYetToCome_isNotToldOf() {
        door.refuses(
                CENTRES,
                message(
                        CENTRES,
                        "m901/1.0/examples/granted.xml",
                        SOCIAL_RIGHTS,
                        Map.of("2026-11-16", today.plusDays(1).toString(), "PWSI-2026-000481", "R-5045")),
                DAY_IMPOSSIBLE);
        Door.Accepted deaths = door.accepts(
                REGISTER,
                message(
                        REGISTER,
                        "m902/1.0/examples/complete.xml",
                        SOCIAL_RIGHTS,
                        Map.of("2026-11-02", today.plusDays(1).toString())));
        assertThat(deaths.content().lines().orElseThrow().refused()).containsOnlyKeys(DAY_IMPOSSIBLE);
    }

    @Test
    void aRightThatTheSupplierMayNotAskFor() {
        door.refuses(
                ENERGY, question(ENERGY, SOCIAL_TARIFF_ENERGY, "WATER_SOCIAL_TARIFF", "E-5051"), SCHEME_NOT_AUTHORISED);
    }

    @Test
    void aDayThatLiesTooFarBack() {
        door.refuses(
                ENERGY,
                message(
                        ENERGY,
                        "l901/1.0/examples/minimal.xml",
                        SOCIAL_TARIFF_ENERGY,
                        Map.of("2026-11-20", today.minusYears(3).toString())),
                DAY_TOO_LONG_AGO);
    }

    @Test
    void aLineThatDoesNotHold_holdsNothingUp() {
        String person = Samples.insz(5071).digits();
        door.accepts(ENERGY, customer(ENERGY, SOCIAL_TARIFF_ENERGY, person, "E-5071"));
        Answered answered = asks(question("E-5079", "E-5071"));
        assertThat(answered.answers())
                .extracting(RightAnswer::customer)
                .containsExactly(CustomerReference.of("E-5071"));
        assertThat(answered.receipt().content().lines())
                .contains(new LineAnswers(1, new TreeMap<>(Map.of(NOT_YOUR_CUSTOMER, List.of(1)))));
    }

    @Test
    void whoAsksAboutManyStrangers_isAnsweredNoMore_untilSomebodyHasLooked() {
        String[] strangers = IntStream.range(0, 1_000).mapToObj(n -> "N-" + n).toArray(String[]::new);
        door.refuses(WATER, question(WATER, SOCIAL_TARIFF_WATER, "WATER_SOCIAL_TARIFF", strangers), NOT_YOUR_CUSTOMER);
        byte[] next = question(WATER, SOCIAL_TARIFF_WATER, "WATER_SOCIAL_TARIFF", "N-1");
        door.refuses(WATER, next, QUESTIONS_STOPPED);
        assertThat(door.store().rights().release(WATER, "a test")).isTrue();
        door.refuses(WATER, next, NOT_YOUR_CUSTOMER);
    }
}
