package be.kruispunt.hub.door;

import static org.awaitility.Awaitility.await;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.hub.Settings;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdAddress;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.CustomerReport;
import be.kruispunt.store.HouseholdReport;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StatusReport;
import be.kruispunt.trust.DemonstrationAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Suppliers that ask a running hub over HTTP, and the sources behind it. */
final class Suppliers {
    /** Asks for the energy tariff. */
    static final InstitutionId WATTS = InstitutionId.of("BE:0403019261");

    /** Asks for it too, about anybody. */
    static final InstitutionId CURIOUS = InstitutionId.of("BE:0212344876");

    /** The public centres' ministry. */
    static final InstitutionId CENTRES = InstitutionId.of("BE:0206738078");

    /** The service for persons with a disability. */
    static final InstitutionId DISABILITY = InstitutionId.of("BE:0206731645");

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final LegalContext TARIFF = LegalContext.of("SOCIAL_TARIFF");

    private final TestHub hub;
    private final Derivation derivation = new Derivation(Schemes.standard());

    Suppliers(TestHub hub) {
        this.hub = hub;
    }

    /** Registers them and gives them certificates, and waits until the door knows them. */
    void register() {
        var authority = DemonstrationAuthority.open(hub.trust(), InstantSource.system());
        List.of(WATTS, CURIOUS).forEach(id -> authority.issueInstitution(id, "Supplier " + id));
        var writer = hub.hub().store().registerWriter();
        writer.putInstitutions(List.of(
                institution(WATTS, 39),
                institution(CURIOUS, 43),
                institution(CENTRES, 17),
                institution(DISABILITY, 16)));
        writer.putAuthorisations(List.of(energy("T/100", WATTS), energy("T/101", CURIOUS)));
        List.of(WATTS, CURIOUS)
                .forEach(id -> await().until(() -> get(id, "/health").statusCode() == 200));
    }

    private static Authorisation energy(String number, InstitutionId supplier) {
        return new Authorisation(
                number,
                supplier,
                Settings.defaults().hub(),
                "L901",
                TARIFF,
                Set.of(),
                Set.of(),
                0,
                Period.since(LONG_AGO),
                Set.of("ENERGY_SOCIAL_TARIFF"));
    }

    private static Institution institution(InstitutionId id, int sector) {
        Period always = Period.since(LONG_AGO);
        return new Institution(
                id,
                "invented",
                Network.PRIMARY,
                sector,
                always,
                List.of(new Competence("GSS", CaseRole.CASE_OWNER, always)),
                List.of());
    }

    void reports(InstitutionId source, Insz person, String code, LocalDate from) {
        var status =
                new SocialStatus(person, StatusCode.of(code), Validity.from(from), from, code + "-" + person.digits());
        rights().report(
                        new StatusReport(source, "a test", List.of(new StatusChange.Granted(status))),
                        derivation::rights);
    }

    private RightsStore rights() {
        return hub.hub().store().rights();
    }

    void liveTogether(String household, Insz... persons) {
        liveTogether(household, "Straat " + household, persons);
    }

    /** At number 1 of this street. */
    void liveTogether(String household, String street, Insz... persons) {
        var address = new HouseholdAddress(
                Set.of(AddressKey.of("9000", street, "1", "").orElseThrow()), Validity.from(LONG_AGO));
        var members = Arrays.stream(persons)
                .map(person -> new HouseholdMember(person, Validity.from(LONG_AGO)))
                .toList();
        rights().report(
                        new HouseholdReport(
                                CENTRES,
                                "a test",
                                List.of(new Household(household, members, List.of(address))),
                                Map.of()),
                        derivation::rights);
    }

    void called(Insz person, String family, String given) {
        var name = new PersonName(NameKey.ofRegister(family, List.of(given)), Validity.from(LONG_AGO));
        rights().report(
                        new HouseholdReport(
                                CENTRES,
                                "a test",
                                List.of(),
                                Map.of(),
                                List.of(new PersonIdentity(person, Optional.empty(), List.of(name)))),
                        derivation::rights);
    }

    void customer(InstitutionId supplier, String reference, Insz person) {
        customer(
                supplier,
                new Customer(CustomerReference.of(reference), Optional.of(person), Validity.from(LONG_AGO), true));
    }

    /** One whose number the supplier does not have. */
    void customer(InstitutionId supplier, String reference, String name, String street) {
        var identity = new CustomerIdentity(
                NameKey.ofContract(name), AddressKey.ofLine("9000", street), Optional.empty(), Optional.empty());
        customer(
                supplier,
                new Customer(
                        CustomerReference.of(reference),
                        Optional.empty(),
                        Optional.of(identity),
                        Validity.from(LONG_AGO),
                        true));
    }

    private void customer(InstitutionId supplier, Customer customer) {
        rights().report(new CustomerReport(supplier, "a test", List.of(new CustomerChange.Registered(customer))));
    }

    /** Asks for the energy tariff of today. */
    HttpResponse<String> ask(InstitutionId supplier, String customers) {
        return ask(supplier, "ENERGY_SOCIAL_TARIFF", customers);
    }

    HttpResponse<String> ask(InstitutionId supplier, String scheme, String customers) {
        return ask(supplier, scheme, TARIFF, today(), customers);
    }

    HttpResponse<String> ask(
            InstitutionId supplier, String scheme, LegalContext purpose, LocalDate day, String customers) {
        String question =
                """
                {"scheme": "%s", "legalContext": "%s", "day": "%s", "customers": [%s]}
                """
                        .formatted(scheme, purpose, day, customers);
        return post(supplier, "/rights/v1/questions", question);
    }

    HttpResponse<String> post(InstitutionId supplier, String path, String body) {
        return send(
                supplier,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** By the calendar of the rights. */
    static LocalDate today() {
        return LocalDate.now(BRUSSELS);
    }

    HttpResponse<String> get(InstitutionId supplier, String path) {
        return send(supplier, HttpRequest.newBuilder(uri(path)).build());
    }

    /** Where a supplier's key and certificate lie, for clients that are not Java. */
    Path folder(InstitutionId supplier) {
        return hub.trust().institution(supplier);
    }

    Path authority() {
        return hub.trust().authorityCertificate();
    }

    URI uri(String path) {
        return URI.create("https://localhost:" + hub.hub().webPort().orElseThrow() + path);
    }

    private HttpResponse<String> send(InstitutionId supplier, HttpRequest request) {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(hub.trust().tls(supplier).sslContext())
                .build()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
