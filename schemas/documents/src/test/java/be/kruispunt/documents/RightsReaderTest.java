package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Ean;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdAddress;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import be.kruispunt.model.rights.RightsMessage;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages about social rights become values; the examples of their folders say which. */
class RightsReaderTest {
    private static final Insz JORIS = Insz.of("84031712187");
    private static final Insz LIEVE = Insz.of("86110220467");

    private static RightsMessage read(String file) {
        return RightsReader.read(Fixture.accepted(RefusedExample.text(RefusedExample.TYPES.resolve(file))))
                .orElseThrow();
    }

    @Test
    void aStatusReport() {
        StatusCode livingWage = StatusCode.of("LIVING_WAGE");
        assertThat(read("m901/1.0/examples/complete.xml"))
                .isEqualTo(new RightsMessage.StatusReport(List.of(
                        new StatusChange.Granted(new SocialStatus(
                                JORIS,
                                livingWage,
                                Validity.from(LocalDate.of(2026, 11, 1)),
                                LocalDate.of(2026, 11, 16),
                                "PWSI-2026-000481")),
                        new StatusChange.Granted(new SocialStatus(
                                LIEVE,
                                StatusCode.of("EQUIVALENT_LIVING_WAGE"),
                                Validity.of(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 3, 31)),
                                LocalDate.of(2026, 10, 12),
                                "PWSI-2026-000477")),
                        new StatusChange.Corrected(new SocialStatus(
                                Insz.of("51072331815"),
                                livingWage,
                                Validity.of(LocalDate.of(2025, 6, 1), LocalDate.of(2026, 9, 30)),
                                LocalDate.of(2025, 6, 10),
                                "PWSI-2025-093114")),
                        new StatusChange.Withdrawn(Insz.of("90013045557"), livingWage, "PWSI-2026-000312"))));
    }

    @Test
    void aHouseholdReport() {
        Validity since = Validity.from(LocalDate.of(2021, 9, 1));
        assertThat(read("m902/1.0/examples/complete.xml"))
                .isEqualTo(new RightsMessage.HouseholdReport(
                        List.of(
                                new Household(
                                        "NR-1000-20417",
                                        List.of(
                                                new HouseholdMember(JORIS, since),
                                                new HouseholdMember(LIEVE, since),
                                                new HouseholdMember(Insz.of("12050907766"), since),
                                                new HouseholdMember(
                                                        Insz.of("90013045557"),
                                                        Validity.of(
                                                                LocalDate.of(2021, 9, 1), LocalDate.of(2024, 6, 30))),
                                                new HouseholdMember(
                                                        Insz.of("90013045557"),
                                                        Validity.from(LocalDate.of(2026, 2, 1)))),
                                        List.of(
                                                address(
                                                        Validity.of(
                                                                LocalDate.of(2021, 9, 1), LocalDate.of(2024, 12, 31)),
                                                        "1000|ruehaute|20|4",
                                                        "1000|hoogstraat|20|4"),
                                                address(
                                                        Validity.from(LocalDate.of(2025, 1, 1)),
                                                        "9000|voorbeeldstraat|27|"))),
                                new Household(
                                        "NR-9000-00318",
                                        List.of(new HouseholdMember(
                                                Insz.of("51072331815"), Validity.from(LocalDate.of(1988, 4, 2))))),
                                new Household("NR-9000-00319", List.of())),
                        Map.of(
                                Insz.of("48091214284"), Optional.of(LocalDate.of(2026, 11, 2)),
                                Insz.of("75120528857"), Optional.empty()),
                        List.of(
                                new PersonIdentity(
                                        JORIS,
                                        Optional.of(new BirthDate(1984, 3, 17)),
                                        List.of(name(Validity.from(LocalDate.of(1984, 3, 17)), "peeters|joris"))),
                                new PersonIdentity(
                                        LIEVE,
                                        Optional.of(new BirthDate(1986, 11, 2)),
                                        List.of(
                                                name(
                                                        Validity.of(
                                                                LocalDate.of(1986, 11, 2), LocalDate.of(2009, 5, 14)),
                                                        "demeester|lieve",
                                                        "demeester|lievemaria"),
                                                name(
                                                        Validity.from(LocalDate.of(2009, 5, 15)),
                                                        "verhaegen|lieve",
                                                        "verhaegen|lievemaria"))))));
    }

    private static HouseholdAddress address(Validity valid, String... spellings) {
        return new HouseholdAddress(Stream.of(spellings).map(AddressKey::new).collect(Collectors.toSet()), valid);
    }

    private static PersonName name(Validity valid, String... spellings) {
        return new PersonName(names(spellings), valid);
    }

    private static Set<NameKey> names(String... spellings) {
        return Stream.of(spellings).map(NameKey::new).collect(Collectors.toSet());
    }

    @Test
    void aCustomerReport() {
        assertThat(read("m903/1.0/examples/complete.xml"))
                .isEqualTo(new RightsMessage.CustomerReport(List.of(
                        registered("K-100417", Optional.of(LIEVE), Optional.empty(), true),
                        registered(
                                "K-100418",
                                Optional.empty(),
                                Optional.of(new CustomerIdentity(
                                        names("verhaegen|lieve", "lieve|verhaegen", "verhaegenlieve|"),
                                        Optional.of(new AddressKey("9000|voorbeeldstraat|27|")),
                                        Optional.empty(),
                                        Optional.of(Ean.of("541449100001234565")))),
                                true),
                        registered(
                                "K-100420",
                                Optional.empty(),
                                Optional.of(new CustomerIdentity(
                                        names("verhaegen|lieve"),
                                        Optional.of(new AddressKey("9000|voorbeeldstraat|27|3")),
                                        Optional.of(new BirthDate(1986, 11, 2)),
                                        Optional.of(Ean.of("541449100001234572")))),
                                true),
                        registered("K-100419", Optional.empty(), Optional.empty(), false),
                        new CustomerChange.Unregistered(
                                CustomerReference.of("K-098812"), LocalDate.of(2026, 10, 31)))));
    }

    private static CustomerChange registered(
            String reference, Optional<Insz> person, Optional<CustomerIdentity> identity, boolean shares) {
        Validity since = Validity.from(LocalDate.of(2025, 3, 1));
        return new CustomerChange.Registered(
                new Customer(CustomerReference.of(reference), person, identity, since, shares));
    }

    @Test
    void aQuestion() {
        assertThat(read("l901/1.0/examples/complete.xml"))
                .isEqualTo(new RightsMessage.Question(
                        SchemeCode.of("ENERGY_SOCIAL_TARIFF"),
                        LocalDate.of(2026, 11, 20),
                        List.of(
                                new AskedPerson.ByReference(CustomerReference.of("K-100417")),
                                new AskedPerson.ByNumber(Insz.of("51072331815")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M901", "M902", "M903", "L901"})
    void everyExampleIsRead(String code) {
        var folder = RefusedExample.folder(DocumentType.of(code, "1.0")).resolve("examples");
        assertThat(RefusedExample.files(folder)).isNotEmpty().allSatisfy(file -> assertThat(
                        RightsReader.read(Fixture.accepted(RefusedExample.text(file))))
                .isPresent());
    }

    @Test
    void anotherDocumentIsNone() {
        assertThat(RightsReader.read(Fixture.accepted(Fixture.sample(Samples.Kind.U1))))
                .isEmpty();
    }
}
