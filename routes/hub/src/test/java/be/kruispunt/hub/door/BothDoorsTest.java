package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;
import static be.kruispunt.model.outcome.RefusalCode.DAY_TOO_LONG_AGO;
import static be.kruispunt.model.outcome.RefusalCode.LEGAL_CONTEXT_NOT_ALLOWED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_COMPETENT;
import static be.kruispunt.model.outcome.RefusalCode.NOT_YOUR_CUSTOMER;
import static be.kruispunt.model.outcome.RefusalCode.NUMBER_REPLACED;
import static be.kruispunt.model.outcome.RefusalCode.PERSON_NOT_IDENTIFIED;
import static be.kruispunt.model.outcome.RefusalCode.SCHEME_NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_NOT_INTEGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Period;
import be.kruispunt.documents.Samples;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.rights.RightsReply.Reason;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One table of questions that may not be asked, at both doors: what one refuses, the other does. */
@ExtendWith(SharedHub.class)
class BothDoorsTest {
    private static final InstitutionId HUB = Settings.defaults().hub();
    private static final LegalContext QUALITY_ASKED = LegalContext.of("QUALITY_ASKED");
    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));
    private static final Insz INTEGRATED = Samples.insz(9701);
    private static final Insz FORMER = Samples.insz(9702);
    private static final Insz STRANGER = Samples.insz(9703);

    private final Door door;
    private final Suppliers suppliers;
    private final LocalDate today = Suppliers.today();

    BothDoorsTest(Door door) {
        this.door = door;
        this.suppliers = new Suppliers(door.hub());
    }

    /** A question, and what is said of it: by its code on the queue, by its meaning over HTTP. */
    private record Case(
            InstitutionId asker,
            LegalContext purpose,
            String scheme,
            LocalDate day,
            Insz person,
            RefusalCode code,
            Reason reason) {}

    private List<Case> refused() {
        String card = "NATIONAL_REDUCTION_CARD";
        String energy = "ENERGY_SOCIAL_TARIFF";
        return List.of(
                new Case(
                        ENERGY,
                        SOCIAL_TARIFF_ENERGY,
                        "WATER_SOCIAL_TARIFF",
                        today,
                        STRANGER,
                        SCHEME_NOT_AUTHORISED,
                        Reason.NOT_AUTHORISED),
                new Case(
                        ENERGY,
                        LegalContext.of("MARKETING"),
                        energy,
                        today,
                        STRANGER,
                        LEGAL_CONTEXT_NOT_ALLOWED,
                        Reason.PURPOSE_NOT_ALLOWED),
                new Case(
                        ENERGY,
                        SOCIAL_TARIFF_ENERGY,
                        energy,
                        today.minusYears(3),
                        STRANGER,
                        DAY_TOO_LONG_AGO,
                        Reason.DAY_TOO_LONG_AGO),
                new Case(UWV, SOCIAL_TARIFF_ENERGY, energy, today, STRANGER, NOT_COMPETENT, Reason.NOT_COMPETENT),
                new Case(ENERGY, QUALITY_ASKED, card, today, STRANGER, SENDER_NOT_INTEGRATED, Reason.NOT_INTEGRATED),
                new Case(ENERGY, QUALITY_ASKED, card, today, FORMER, NUMBER_REPLACED, Reason.NUMBER_REPLACED));
    }

    private void register() {
        var writer = door.store().registerWriter();
        writer.putAuthorisations(List.of(
                authorisation("T/600", ENERGY, QUALITY_ASKED, Set.of("4"), "NATIONAL_REDUCTION_CARD"),
                authorisation("T/601", UWV, SOCIAL_TARIFF_ENERGY, Set.of(), "ENERGY_SOCIAL_TARIFF")));
        writer.putDirectoryLines(List.of(line(INTEGRATED), line(FORMER)));
        writer.putReplacedNumbers(Map.of(FORMER, INTEGRATED));
    }

    private static Authorisation authorisation(
            String number, InstitutionId asker, LegalContext purpose, Set<String> qualities, String scheme) {
        return new Authorisation(number, asker, HUB, "L901", purpose, qualities, Set.of(), 0, ALWAYS, Set.of(scheme));
    }

    private static DirectoryLine line(Insz person) {
        return new DirectoryLine(person, ENERGY, 39, "4", 2, ALWAYS, LocalDate.of(2026, 1, 5));
    }

    private byte[] byNumber(Case each) {
        String text = example(each, "l901/1.0/examples/complete.xml");
        text = Messages.changed(text, "51072331815", each.person().digits());
        return door.messages()
                .signed(each.asker(), text.replaceFirst("(?s)<Customer>\\s*<reference>.*?</Customer>\\s*", ""));
    }

    private String example(Case each, String file) {
        String text =
                door.messages().example(file, Envelope.to(each.asker(), HUB, "GSS", each.purpose()), CaseLink.NONE);
        String onDay = Messages.changed(text, "2026-11-20", each.day().toString());
        return onDay.replace(">ENERGY_SOCIAL_TARIFF<", ">" + each.scheme() + "<");
    }

    private static void assertDenied(HttpResponse<String> answer, Reason reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body().toLowerCase(Locale.ROOT))
                .contains("missingpermission", reason.meaning().toLowerCase(Locale.ROOT));
    }

    private HttpResponse<String> overHttp(Case each, String customers) {
        return suppliers.ask(each.asker(), each.scheme(), each.purpose(), each.day(), customers);
    }

    private static String ssin(Insz person) {
        return "{\"ssin\": \"" + person.digits() + "\"}";
    }

    @Test
    void whatOneDoorRefuses_theOtherDoes_forTheSameReason() {
        register();
        for (Case each : refused()) {
            door.refuses(each.asker(), byNumber(each), each.code());
            assertDenied(overHttp(each, ssin(each.person())), each.reason());
        }
    }

    /** Whom the deliberation wants integrated is named by number: a reference is no way round the directory. */
    @Test
    void whereTheDirectoryIsAsked_aReferenceIsRefused_andWhoIsIntegratedIsLookedAt() {
        register();
        var asked = new Case(
                ENERGY,
                QUALITY_ASKED,
                "NATIONAL_REDUCTION_CARD",
                today,
                INTEGRATED,
                PERSON_NOT_IDENTIFIED,
                Reason.PERSON_NOT_NAMED);
        door.refuses(
                ENERGY,
                door.messages().signed(ENERGY, example(asked, "l901/1.0/examples/minimal.xml")),
                PERSON_NOT_IDENTIFIED);
        door.refuses(
                ENERGY,
                door.messages()
                        .signed(
                                ENERGY,
                                Messages.changed(
                                        example(asked, "l901/1.0/examples/complete.xml"),
                                        "51072331815",
                                        INTEGRATED.digits())),
                SCHEME_NOT_AUTHORISED);
        String reference = "{\"customerReference\": \"K-100417\"}";
        assertDenied(overHttp(asked, reference), Reason.PERSON_NOT_NAMED);
        assertDenied(overHttp(asked, reference + "," + ssin(INTEGRATED)), Reason.PERSON_NOT_NAMED);

        door.refuses(ENERGY, byNumber(asked), NOT_YOUR_CUSTOMER);
        assertThat(overHttp(asked, ssin(INTEGRATED)).body()).isEqualTo("{\"answers\":[],\"notCustomers\":[0]}");
    }
}
