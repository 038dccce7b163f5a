package be.kruispunt.hub.demo;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.LEISURE;
import static be.kruispunt.hub.sample.DemonstrationRegister.MUNICIPALITY;
import static be.kruispunt.hub.sample.DemonstrationRegister.REGISTER;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_RIGHTS;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_WATER;
import static be.kruispunt.hub.sample.DemonstrationRegister.WATER;

import be.kruispunt.hub.sample.Forms;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** What the hub itself is told and asked: a living wage becomes a tariff, and nobody learns more than he may. */
final class RightsStory {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Who has the living wage in the examples, and who lives with him and is the customer. */
    private static final String HOLDER = "84031712187";

    private static final String CUSTOMER = "86110220467";

    private final Map<InstitutionId, Party> parties;
    private final InstitutionId hub;
    private final Forms forms;
    private final Account account;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    RightsStory(Map<InstitutionId, Party> parties, InstitutionId hub, Forms forms, Account account) {
        this.parties = parties;
        this.hub = hub;
        this.forms = forms;
        this.account = account;
    }

    void tell(CounterStory counter) {
        account.chapter("A living wage is reported; who lives with its holder asks for the social tariff");
        report(REGISTER, "m902/1.0/examples/complete.xml", SOCIAL_RIGHTS, Map.of());
        // Not yet on 1 January, on which water is judged.
        LocalDate from = today.getDayOfYear() == 1 ? LocalDate.of(today.getYear(), Month.JANUARY, 2) : today;
        report(
                CENTRES,
                "m901/1.0/examples/granted.xml",
                SOCIAL_RIGHTS,
                Map.of("2026-11-01", from.toString(), "2026-11-16", today.toString()));
        report(ENERGY, "m903/1.0/examples/minimal.xml", SOCIAL_TARIFF_ENERGY, Map.of());
        report(WATER, "m903/1.0/examples/minimal.xml", SOCIAL_TARIFF_WATER, Map.of());
        ask(ENERGY, SOCIAL_TARIFF_ENERGY, "ENERGY_SOCIAL_TARIFF", Entitlement.ENTITLED);
        ask(WATER, SOCIAL_TARIFF_WATER, "WATER_SOCIAL_TARIFF", Entitlement.NOT_ENTITLED);

        account.chapter("Who asks for more than he may");
        Map<String, String> stranger = question("ENERGY_SOCIAL_TARIFF");
        stranger.put("K-100417", "K-999999");
        account.refusal(
                ENERGY,
                send(ENERGY, "l901/1.0/examples/minimal.xml", SOCIAL_TARIFF_ENERGY, stranger),
                RefusalCode.NOT_YOUR_CUSTOMER);
        account.refusal(
                WATER,
                send(WATER, "l901/1.0/examples/minimal.xml", SOCIAL_TARIFF_WATER, question("ENERGY_SOCIAL_TARIFF")),
                RefusalCode.SCHEME_NOT_AUTHORISED);
        account.refusal(
                CENTRES,
                send(
                        CENTRES,
                        "m901/1.0/examples/granted.xml",
                        SOCIAL_RIGHTS,
                        Map.of("LIVING_WAGE", "BLIND_90", HOLDER, CUSTOMER)),
                RefusalCode.STATUS_NOT_AUTHORISED);

        account.chapter("The same household at a museum that has no connection");
        report(MUNICIPALITY, "m903/1.0/examples/minimal.xml", LEISURE, Map.of());
        if (!today.isBefore(from)) {
            counter.tell(CustomerReference.of("K-100417"));
        }
    }

    private void report(InstitutionId from, String example, LegalContext purpose, Map<String, String> texts) {
        account.receipt(from, send(from, example, purpose, texts));
    }

    private void ask(InstitutionId from, LegalContext purpose, String scheme, Entitlement expected) {
        account.receipt(from, send(from, "l901/1.0/examples/minimal.xml", purpose, question(scheme)));
        Party party = party(from);
        var letter = party.letter(PATIENCE);
        account.letter(from, "N901", letter);
        account.rights(from, letter.flatMap(party::rights), expected);
    }

    private Map<String, String> question(String scheme) {
        var texts = new HashMap<String, String>();
        texts.put("ENERGY_SOCIAL_TARIFF", scheme);
        texts.put("2026-11-20", today.toString());
        return texts;
    }

    private Mail send(InstitutionId from, String example, LegalContext purpose, Map<String, String> texts) {
        return party(from).exchange(forms.example(example, Envelope.to(from, hub, "GSS", purpose), texts), PATIENCE);
    }

    private Party party(InstitutionId id) {
        Party party = parties.get(id);
        if (party == null) {
            throw new IllegalArgumentException("not in this story: " + id);
        }
        return party;
    }
}
