package be.kruispunt.buffer.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.buffer.report.HouseholdText.Told;
import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Ean;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of files that report, column by column. */
class ReportTextTest {
    private static final Insz PERSON = Insz.of("85073003328");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final StatusCode WAGE = StatusCode.of("LIVING_WAGE");

    @Test
    void aStatus_isGrantedCorrectedOrWithdrawn() {
        var status = new SocialStatus(PERSON, WAGE, Validity.of(MAY, JUNE), MAY, "PWSI-1");
        assertThat(StatusText.read("GRANTED;PWSI-1;85073003328;LIVING_WAGE;2026-05-01;2026-06-30;2026-05-01"))
                .contains(new StatusChange.Granted(status));
        assertThat(StatusText.read("CORRECTED; PWSI-1 ;85073003328;LIVING_WAGE;2026-05-01;2026-06-30;2026-05-01;"))
                .contains(new StatusChange.Corrected(status));
        assertThat(StatusText.read("WITHDRAWN;PWSI-1;85073003328;LIVING_WAGE"))
                .contains(new StatusChange.Withdrawn(PERSON, WAGE, "PWSI-1"));
    }

    @Test
    void theLastDayOfAllDays_isNone() {
        var status = new SocialStatus(PERSON, WAGE, Validity.from(MAY), MAY, "PWSI-1");
        assertThat(StatusText.read("GRANTED;PWSI-1;85073003328;LIVING_WAGE;2026-05-01;9999-12-31;2026-05-01"))
                .contains(new StatusChange.Granted(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "GRANTED",
                "ENDED;PWSI-1;85073003328;LIVING_WAGE;2026-05-01;;2026-05-01",
                "GRANTED;;85073003328;LIVING_WAGE;2026-05-01;;2026-05-01",
                "GRANTED;PWSI-1;85073003329;LIVING_WAGE;2026-05-01;;2026-05-01",
                "GRANTED;PWSI-1;85073003328;LIVING_WAGE;2026-05-01;2026-04-30;2026-05-01",
                "GRANTED;PWSI-1;85073003328;LIVING_WAGE;2026-05-01;",
                "GRANTED;PWSI-1;85073003328;LIVING_WAGE;01-05-2026;;2026-05-01",
                "GRANTED;PWSI-1;85073003328;LIVING_WAGE;2026-05-01;;+99999-01-01",
                "GRANTED;PWSI-1;85073003328;LIVING_WAGE;2026-05-01;;2026-05-01;more",
                "GRANTED;PWSI\u00001;85073003328;LIVING_WAGE;2026-05-01;;2026-05-01",
                "WITHDRAWN;PWSI-1;85073003328;LIVING_WAGE;2026-05-01"
            })
    void whatIsNoStatus_isNotRead(String line) {
        assertThat(StatusText.read(line)).isEmpty();
    }

    @Test
    void aHousehold_isOneLine_withItsMembersAndItsAddresses() {
        var household = new Household(
                "H-1",
                List.of(
                        new HouseholdMember(PERSON, Validity.from(MAY)),
                        new HouseholdMember(Insz.of("84031712187"), Validity.of(MAY, JUNE))),
                List.of(new HouseholdAddress(
                        Set.of(
                                AddressKey.of("1000", "Nieuwstraat", "12", "3").orElseThrow(),
                                AddressKey.of("1000", "Rue Neuve", "12", "3").orElseThrow()),
                        Validity.from(MAY))));
        assertThat(HouseholdText.read("HOUSEHOLD;H-1;MEMBER;85073003328;2026-05-01;"
                        + ";MEMBER;84031712187;2026-05-01;2026-06-30"
                        + ";ADDRESS;Rue Neuve|Nieuwstraat;12;3;1000;2026-05-01;"))
                .contains(new Told.Home(household));
        assertThat(HouseholdText.read("HOUSEHOLD;H-2")).contains(new Told.Home(new Household("H-2", List.of())));
    }

    @Test
    void aDeathAndAName_areLinesOfTheirOwn() {
        assertThat(HouseholdText.read("DEATH;85073003328;2026-05-01"))
                .contains(new Told.Death(PERSON, Optional.of(MAY)));
        assertThat(HouseholdText.read("DEATH;85073003328")).contains(new Told.Death(PERSON, Optional.empty()));
        assertThat(HouseholdText.read("PERSON;85073003328;1985-07-30;NAME;Élise de Smet;Anne Marie|Lu;2026-05-01;"))
                .contains(new Told.Named(new PersonIdentity(
                        PERSON,
                        Optional.of(BirthDate.of("1985-07-30")),
                        List.of(new PersonName(
                                NameKey.ofRegister("Élise de Smet", List.of("Anne Marie", "Lu")),
                                Validity.from(MAY))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOUSEHOLD",
                "HOUSEHOLD;a b",
                "HOUSEHOLD;H-1;85073003328;2026-05-01",
                "HOUSEHOLD;H-1;MEMBER;85073003328",
                "HOUSEHOLD;H-1;MEMBER;85073003328;2026-05-01;;MEMBER;85073003328;2026-06-01",
                "HOUSEHOLD;H-1;ADDRESS;;12;;9000;2026-05-01",
                "DEATH",
                "DEATH;85073003328;2026-13-01",
                "DEATH;85073003328;0000-01-01",
                "PERSON;85073003328;;FAMILY;X;Y;2026-05-01",
                "MEMBER;H-1;85073003328;2026-05-01"
            })
    void whatIsNoHousehold_isNotRead(String line) {
        assertThat(HouseholdText.read(line)).isEmpty();
    }

    @Test
    void aHouseholdOfMoreThanAHundred_isNotRead() {
        String member = ";MEMBER;85073003328;%d-01-01;%<d-12-31";
        var line = new StringBuilder("HOUSEHOLD;H-1");
        for (int year = 1901; year <= 2000; year++) {
            line.append(member.formatted(year));
        }
        assertThat(HouseholdText.read(line.toString())).isPresent();
        assertThat(HouseholdText.read(line + member.formatted(2001))).isEmpty();
    }

    private static CustomerChange registered(
            Optional<Insz> person, Optional<CustomerIdentity> identity, boolean shares) {
        return new CustomerChange.Registered(
                new Customer(CustomerReference.of("K-1"), person, identity, Validity.from(MAY), shares));
    }

    @Test
    void aCustomer_isRegisteredByNumber_orByNameAndAddress_orWithoutAWordWhoHeIs() {
        assertThat(CustomerText.read("REGISTERED;K-1;85073003328;2026-05-01"))
                .contains(registered(Optional.of(PERSON), Optional.empty(), true));
        assertThat(CustomerText.read("REGISTERED;K-1;;2026-05-01;;FORBIDS"))
                .contains(registered(Optional.empty(), Optional.empty(), false));
        var apart = new CustomerIdentity(
                NameKey.ofContract("Verhaegen", "Lieve"),
                AddressKey.of("9000", "Voorbeeldstraat", "27", "3"),
                Optional.of(BirthDate.of("1986-11-02")),
                Optional.of(Ean.of("541449100001234572")));
        assertThat(CustomerText.read(
                        "REGISTERED;K-1;;2026-05-01;;;Verhaegen;Lieve;1986-11-02;Voorbeeldstraat;27;3;9000;"
                                + "541449100001234572"))
                .contains(registered(Optional.empty(), Optional.of(apart), true));
        var together = new CustomerIdentity(
                NameKey.ofContract("Verhaegen Lieve"),
                AddressKey.ofLine("9000", "Voorbeeldstraat 27 bus 3"),
                Optional.empty(),
                Optional.empty());
        assertThat(CustomerText.read("REGISTERED;K-1;;2026-05-01;;;Verhaegen Lieve;;;Voorbeeldstraat 27 bus 3;;;9000"))
                .contains(registered(Optional.empty(), Optional.of(together), true));
        assertThat(CustomerText.read("UNREGISTERED;K-1;;2020-01-01;2026-06-30"))
                .isEqualTo(CustomerText.read("UNREGISTERED;K-1;;;2026-06-30"))
                .contains(new CustomerChange.Unregistered(CustomerReference.of("K-1"), JUNE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REGISTERED;K-1;;2026-05-01",
                "REGISTERED;K-1;85073003328;2026-05-01;;FORBIDS",
                "REGISTERED;K-1;;2026-05-01;;FORBIDS;Verhaegen;Lieve;;Voorbeeldstraat;27;3;9000",
                "REGISTERED;K-1;85073003328;2026-05-01;;;Verhaegen;Lieve;;Voorbeeldstraat;27;3;9000",
                "REGISTERED;K-1;85073003328;2026-05-01;;YES",
                "REGISTERED;K-1;;2026-05-01;;;Verhaegen;Lieve;;Voorbeeldstraat;;3;9000",
                "REGISTERED;K-1;;2026-05-01;;;Verhaegen;Lieve;;Voorbeeldstraat;27;3;9000;541449100001234573",
                "REGISTERED;a b;85073003328;2026-05-01",
                "UNREGISTERED;K-1",
                "UNREGISTERED;K-1;85073003328;;2026-06-30",
                "UNREGISTERED;K-1;;;2026-06-30;FORBIDS",
                "K-1;85073003328"
            })
    void whatIsNoCustomer_isNotRead(String line) {
        assertThat(CustomerText.read(line)).isEmpty();
    }
}
