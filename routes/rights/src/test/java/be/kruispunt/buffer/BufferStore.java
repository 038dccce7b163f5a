package be.kruispunt.buffer;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.access.Register;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdAddress;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.ChangeOutcome;
import be.kruispunt.store.CustomerReport;
import be.kruispunt.store.HouseholdReport;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StatusReport;
import be.kruispunt.store.Store;
import be.kruispunt.store.StoreSettings;
import be.kruispunt.store.StrangerLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A buffer store on a real PostgreSQL, with a register, on a Thursday in November. */
final class BufferStore implements AfterAllCallback {
    static final InstitutionId CENTRES = InstitutionId.of("BE:0206737484");
    static final InstitutionId PENSIONS = InstitutionId.of("BE:0206738078");
    static final InstitutionId WATTS = InstitutionId.of("BE:0403019261");
    static final InstitutionId WATER = InstitutionId.of("BE:0212344876");
    static final InstitutionId REGISTER = InstitutionId.of("BE:0206731645");
    static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    static final SchemeCode ENERGY = SchemeCode.of("ENERGY_SOCIAL_TARIFF");
    static final SchemeCode WATER_TARIFF = SchemeCode.of("WATER_SOCIAL_TARIFF");
    static final SchemeCode PASS = SchemeCode.of("MUNICIPAL_LEISURE_PASS");
    static final LegalContext TARIFF = LegalContext.of("SOCIAL_TARIFF");
    static final Instant NOW = Instant.parse("2026-11-26T10:15:30Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final Validity ALWAYS = Validity.from(LocalDate.of(2020, 1, 1));

    static final RightsRules RULES = new RightsRules(HUB, 731, Duration.ofDays(35), new StrangerLimits(1_000, 2_000));

    private static final Period SINCE = Period.since(LocalDate.of(2020, 1, 1));
    private static final Schemes SCHEMES = Schemes.standard();
    private static final Derivation DERIVATION = new Derivation(SCHEMES);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final AtomicInteger PERSONS = new AtomicInteger();

    private final Store store = open();

    private static Store open() {
        try {
            return Store.open(StoreSettings.embedded(Files.createTempDirectory("buffer"), 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every source has reported, if only that nothing changed. */
    BufferStore() {
        reported(CENTRES);
        reported(PENSIONS);
        reportedPersons();
    }

    /** The register of persons says that nothing changed. */
    void reportedPersons() {
        rights().report(new HouseholdReport(REGISTER, "a test", List.of(), Map.of()), DERIVATION::rights);
    }

    private void reported(InstitutionId source) {
        rights().report(new StatusReport(source, "a test", List.of()), DERIVATION::rights);
    }

    /** Somebody whom no other test knows. */
    static Insz somebody() {
        String nine = "790412" + String.format(Locale.ROOT, "%03d", PERSONS.incrementAndGet());
        return Insz.of(nine + String.format(Locale.ROOT, "%02d", 97 - Long.parseLong(nine) % 97));
    }

    private static Institution institution(InstitutionId id, int sector) {
        CaseRole role = id.equals(HUB) ? CaseRole.COUNTERPARTY : CaseRole.CASE_OWNER;
        return new Institution(
                id, "invented", Network.PRIMARY, sector, SINCE, List.of(new Competence("GSS", role, SINCE)), List.of());
    }

    private static Authorisation authorisation(InstitutionId from, String document, String... rights) {
        return new Authorisation("26/100", from, HUB, document, TARIFF, Set.of(), Set.of(), 0, SINCE, Set.of(rights));
    }

    static Register register() {
        return register(Set.of());
    }

    /** With another source of income guarantees and of what else is wanted, which has not reported. */
    static Register register(Set<InstitutionId> silent) {
        var authorisations = new ArrayList<>(List.of(
                authorisation(WATTS, "L901", ENERGY.value(), PASS.value(), "REDUCED_TRANSPORT"),
                authorisation(WATER, "L901", WATER_TARIFF.value()),
                authorisation(CENTRES, "M901", "LIVING_WAGE", "EQUIVALENT_LIVING_WAGE"),
                authorisation(PENSIONS, "M901", "INCOME_GUARANTEE_ELDERLY"),
                authorisation(WATTS, "M903"),
                authorisation(REGISTER, "M902")));
        silent.forEach(id -> authorisations.add(authorisation(id, "M901", "INCOME_GUARANTEE_ELDERLY")));
        return new Register(
                7,
                Stream.concat(
                                Stream.of(
                                        institution(HUB, 25),
                                        institution(CENTRES, 17),
                                        institution(PENSIONS, 5),
                                        institution(REGISTER, 36),
                                        institution(WATTS, 39),
                                        institution(WATER, 43)),
                                silent.stream().map(id -> institution(id, 5)))
                        .toList(),
                authorisations);
    }

    RightsStore rights() {
        return store.rights();
    }

    Store store() {
        return store;
    }

    AskRights ask(StrangerLimits limits) {
        return new AskRights(considering(BufferStore::register, NOW), rights(), limits, 4);
    }

    /** With another register, at another time. */
    ConsiderQuestion considering(Supplier<Register> register, Instant now) {
        return new ConsiderQuestion(
                RULES, _ -> register.get(), rights(), SCHEMES, InstantSource.fixed(now), new SecureRandom());
    }

    SourceCompetence competence() {
        return new SourceCompetence(BufferStore::register, SCHEMES, CLOCK);
    }

    IssueCode issueCode(StrangerLimits limits, IssueCode.Signing signing) {
        return new IssueCode(considering(BufferStore::register, NOW), rights(), SCHEMES, limits, signing);
    }

    /** That they live together. */
    void household(Insz... members) {
        rights().report(
                        new HouseholdReport(
                                CENTRES,
                                "a test",
                                List.of(new Household(
                                        "home-" + members[0].digits(),
                                        Stream.of(members)
                                                .map(member -> new HouseholdMember(member, ALWAYS))
                                                .toList())),
                                Map.of()),
                        DERIVATION::rights);
    }

    /** That somebody lives alone at an address, and what he is called. */
    void livesAt(Insz person, NameKey name, AddressKey address) {
        rights().report(
                        new HouseholdReport(
                                REGISTER,
                                "a test",
                                List.of(new Household(
                                        "home-" + person.digits(),
                                        List.of(new HouseholdMember(person, ALWAYS)),
                                        List.of(new HouseholdAddress(Set.of(address), ALWAYS)))),
                                Map.of(),
                                List.of(new PersonIdentity(
                                        person, Optional.empty(), List.of(new PersonName(Set.of(name), ALWAYS))))),
                        DERIVATION::rights);
    }

    DeriveEverybody deriveEverybody() {
        return new DeriveEverybody(rights(), SCHEMES);
    }

    ExplainRight explain() {
        return new ExplainRight(rights(), DERIVATION);
    }

    static SocialStatus status(Insz person, String code, LocalDate from) {
        return new SocialStatus(
                person, StatusCode.of(code), Validity.from(from), from, "decision-" + code + "-" + person.digits());
    }

    List<ChangeOutcome> report(InstitutionId source, StatusChange... changes) {
        return rights().report(new StatusReport(source, "a test", List.of(changes)), DERIVATION::rights);
    }

    /** Registers a customer, and gives how to ask about him. */
    AskedPerson customer(InstitutionId supplier, Insz person, boolean shares) {
        var reference = CustomerReference.of("customer-" + person.digits());
        customer(supplier, new Customer(reference, Optional.of(person), ALWAYS, shares));
        return new AskedPerson.ByReference(reference);
    }

    void customer(InstitutionId supplier, Customer customer) {
        rights().report(new CustomerReport(supplier, "a test", List.of(new CustomerChange.Registered(customer))));
    }

    static RightsQuestion question(InstitutionId asker, SchemeCode scheme, AskedPerson... asked) {
        return new RightsQuestion(asker, scheme, TARIFF, TODAY, List.of(asked), "trace");
    }

    static List<RightAnswer> answers(RightsReply reply) {
        return reply instanceof RightsReply.Answered(var lines)
                ? lines.stream()
                        .flatMap(line -> line instanceof RightsReply.Line.Told(RightAnswer answer)
                                ? Stream.of(answer)
                                : Stream.empty())
                        .toList()
                : List.of();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        store.close();
    }
}
