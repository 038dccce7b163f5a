package be.kruispunt.hub.door;

import static be.kruispunt.hub.door.Suppliers.CENTRES;
import static be.kruispunt.hub.door.Suppliers.CURIOUS;
import static be.kruispunt.hub.door.Suppliers.DISABILITY;
import static be.kruispunt.hub.door.Suppliers.WATTS;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supplier asks a running hub over HTTP, and learns yes or no and until when, and nothing else. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskOverHttpTest {
    private static final LocalDate THIS_YEAR = Suppliers.today().withDayOfYear(1);

    private final Suppliers suppliers;

    AskOverHttpTest(Door door) {
        this.suppliers = new Suppliers(door.hub());
    }

    @BeforeAll
    void register() {
        suppliers.register();
    }

    @Test
    void aLivingWage_isYesUntilTheEndOfTheYear_andNothingElse() {
        Insz person = insz(100);
        suppliers.reports(CENTRES, person, "LIVING_WAGE", THIS_YEAR);
        suppliers.customer(WATTS, "K-100", person);
        HttpResponse<String> answer = suppliers.ask(WATTS, "{\"customerReference\": \"K-100\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(withoutNumbersAndTimes(answer.body()))
                .isEqualTo("{\"answers\":[{\"customerReference\":\"K-100\",\"entitlement\":\"ENTITLED\",\"from\":\""
                        + THIS_YEAR
                        + "\",\"until\":\"" + THIS_YEAR.plusYears(1).minusDays(1)
                        + "\",\"asOf\":\"T\",\"answerId\":\"N\"}],\"notCustomers\":[]}");
    }

    /** Who the same person is called by two names is answered alike. */
    @Test
    void aCustomerIsFoundByHisNumberToo() {
        Insz person = insz(101);
        suppliers.customer(WATTS, "K-101", person);
        assertThat(withoutNumbersAndTimes(suppliers
                        .ask(WATTS, "{\"ssin\": \"" + person.digits() + "\"}")
                        .body()))
                .isEqualTo(withoutNumbersAndTimes(suppliers
                        .ask(WATTS, "{\"customerReference\": \"K-101\"}")
                        .body()));
    }

    /** Two populations that differ only in what the asker may not know. */
    @Test
    void answersToldOfOneStatusOrAnother_ofHisOwnOrHisMothers_areTheSameToTheByte() {
        Insz livingWage = insz(110);
        suppliers.reports(CENTRES, livingWage, "LIVING_WAGE", THIS_YEAR);
        Insz allowance = insz(111);
        suppliers.reports(DISABILITY, allowance, "INTEGRATION_ALLOWANCE", THIS_YEAR);
        Insz child = insz(112);
        Insz mother = insz(113);
        suppliers.liveTogether("H-1", child, mother);
        suppliers.reports(CENTRES, mother, "EQUIVALENT_LIVING_WAGE", THIS_YEAR);
        Insz both = insz(114);
        suppliers.reports(DISABILITY, both, "INCOME_REPLACING_ALLOWANCE", THIS_YEAR);
        suppliers.reports(CENTRES, both, "LIVING_WAGE", THIS_YEAR);
        assertThat(IntStream.of(0, 1, 2, 3)
                        .mapToObj(i -> told(WATTS, "L-" + i, new Insz[] {livingWage, allowance, child, both}[i])))
                .containsOnly(told(WATTS, "L-9", livingWage));
    }

    @Test
    void whoHasNoRightAndWhoIsNotKnown_areToldApartByNothing() {
        Insz alone = insz(120);
        Insz child = insz(121);
        suppliers.liveTogether("H-2", child, insz(122));
        Insz unheardOf = insz(123);
        assertThat(told(WATTS, "M-1", alone))
                .isEqualTo(told(WATTS, "M-2", child))
                .isEqualTo(told(WATTS, "M-3", unheardOf));
    }

    /** Two of one name, nobody of that name, nobody at that address, and a customer of whom nothing is said. */
    @Test
    void whoIsNotFoundByNameAndAddress_isToldTheSame_whateverTheReason() {
        suppliers.liveTogether("H-3", "Lindestraat", insz(150), insz(151));
        suppliers.called(insz(150), "Claes", "Jan");
        suppliers.called(insz(151), "Claes", "Jan");
        suppliers.reports(CENTRES, insz(150), "LIVING_WAGE", THIS_YEAR);
        assertThat(told("N-1", "Claes Jan", "Lindestraat 1"))
                .isEqualTo(told("N-2", "Claes Piet", "Lindestraat 1"))
                .isEqualTo(told("N-3", "Claes Jan", "Lindestraat 2"))
                .isEqualTo(told("N-4", "Claes Jan", "no address"))
                .contains("NOT_DETERMINED");
        suppliers.called(insz(151), "Claes", "Piet");
        assertThat(told("N-1", "Claes Jan", "Lindestraat 1"))
                .isEqualTo(told(WATTS, "N-9", insz(150)))
                .contains("\"ENTITLED\"");
    }

    /** A question about a stranger says the same of whom the hub knows and of whom it does not. */
    @Test
    void someoneElsesCustomer_andSomeoneWhoDoesNotExist_areToldApartByNothing() {
        Insz known = insz(130);
        suppliers.reports(CENTRES, known, "LIVING_WAGE", THIS_YEAR);
        suppliers.customer(WATTS, "K-130", known);
        String ofKnown =
                suppliers.ask(CURIOUS, "{\"ssin\": \"" + known.digits() + "\"}").body();
        String ofNobody = suppliers
                .ask(CURIOUS, "{\"ssin\": \"" + insz(131).digits() + "\"}")
                .body();
        String ofReference =
                suppliers.ask(CURIOUS, "{\"customerReference\": \"K-130\"}").body();
        assertThat(ofKnown)
                .isEqualTo("{\"answers\":[],\"notCustomers\":[0]}")
                .isEqualTo(ofNobody)
                .isEqualTo(ofReference);
    }

    @Test
    void whoAsksForAnotherRight_isRefused_whateverIsSoOfThePerson() {
        suppliers.customer(WATTS, "K-140", insz(140));
        HttpResponse<String> refused =
                suppliers.ask(WATTS, "WATER_SOCIAL_TARIFF", "{\"customerReference\": \"K-140\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:problem-type:belgif:missingPermission");
        assertThat(suppliers
                        .ask(WATTS, "NO_SUCH_RIGHT", "{\"customerReference\": \"K-140\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theContractTheSchemesAndTheHealth_areServed() {
        assertThat(suppliers.get(WATTS, "/openapi.yaml").body()).startsWith("openapi: 3.0.3");
        assertThat(suppliers.get(WATTS, "/rights/v1/schemes").body()).contains("\"scheme\":\"ENERGY_SOCIAL_TARIFF\"");
        assertThat(suppliers.get(WATTS, "/health").body()).isIn("{\"status\":\"UP\"}", "{\"status\":\"DEGRADED\"}");
    }

    private String told(InstitutionId supplier, String reference, Insz person) {
        suppliers.customer(supplier, reference, person);
        HttpResponse<String> answer = suppliers.ask(supplier, "{\"customerReference\": \"" + reference + "\"}");
        return withoutNumbersAndTimes(answer.statusCode() + answer.body()).replace(reference, "R");
    }

    private String told(String reference, String name, String line) {
        suppliers.customer(WATTS, reference, name, line);
        HttpResponse<String> answer = suppliers.ask(WATTS, "{\"customerReference\": \"" + reference + "\"}");
        return withoutNumbersAndTimes(answer.statusCode() + answer.body()).replace(reference, "R");
    }

    private static String withoutNumbersAndTimes(String body) {
        return body.replaceAll("\"answerId\":\"[0-9a-f-]{36}\"", "\"answerId\":\"N\"")
                .replaceAll("\"asOf\":\"[0-9T:.Z-]+\"", "\"asOf\":\"T\"");
    }

    private static Insz insz(int serial) {
        long nine = 840615_000L + serial;
        return Insz.of("%09d%02d".formatted(nine, 97 - nine % 97));
    }
}
