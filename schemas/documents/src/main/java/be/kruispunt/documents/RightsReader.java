package be.kruispunt.documents;

import be.kruispunt.binding.blocks.Period;
import be.kruispunt.binding.blocks.PersonalIdentificationNumber;
import be.kruispunt.binding.l901.L901;
import be.kruispunt.binding.m901.M901;
import be.kruispunt.binding.m902.M902;
import be.kruispunt.binding.m903.CustomerLine;
import be.kruispunt.binding.m903.M903;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.RightsMessage;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads the messages about social rights that are for the hub itself. Their rules hold, so every value can be made. */
public final class RightsReader {
    private static final Binding<M901> STATUSES = new Binding<>(M901.class);
    private static final Binding<M902> HOUSEHOLDS = new Binding<>(M902.class);
    private static final Binding<M903> CUSTOMERS = new Binding<>(M903.class);
    private static final Binding<L901> QUESTION = new Binding<>(L901.class);

    private RightsReader() {}

    /** What the message says; empty where it is none about social rights. */
    public static Optional<RightsMessage> read(ReadDocument document) {
        Element payload = document.payload();
        return switch (document.type().toString()) {
            case "M901 1.0" -> Optional.of(statuses(STATUSES.read(payload)));
            case "M902 1.0" -> Optional.of(households(HOUSEHOLDS.read(payload)));
            case "M903 1.0" -> Optional.of(customers(CUSTOMERS.read(payload)));
            case "L901 1.0" -> Optional.of(question(QUESTION.read(payload)));
            default -> Optional.empty();
        };
    }

    private static RightsMessage statuses(M901 report) {
        return new RightsMessage.StatusReport(
                report.getStatusLine().stream().map(RightsReader::change).toList());
    }

    private static StatusChange change(be.kruispunt.binding.m901.StatusLine line) {
        Insz person = person(line.getPerson());
        return switch (line.getChange()) {
            case GRANTED -> new StatusChange.Granted(status(person, line));
            case CORRECTED -> new StatusChange.Corrected(status(person, line));
            case WITHDRAWN -> new StatusChange.Withdrawn(person, StatusCode.of(line.getStatus()), line.getReference());
        };
    }

    private static SocialStatus status(Insz person, be.kruispunt.binding.m901.StatusLine line) {
        return new SocialStatus(
                person,
                StatusCode.of(line.getStatus()),
                validity(line.getValidity()),
                line.getDecidedOn(),
                line.getReference());
    }

    private static RightsMessage households(M902 report) {
        var deaths = new LinkedHashMap<Insz, Optional<LocalDate>>(); // of what is said twice the last counts
        report.getDeath().forEach(death -> deaths.put(person(death.getPerson()), Optional.ofNullable(death.getDay())));
        return new RightsMessage.HouseholdReport(
                report.getHousehold().stream().map(RightsReader::household).toList(),
                deaths,
                report.getIdentity().stream().map(IdentityReader::identity).toList());
    }

    private static Household household(be.kruispunt.binding.m902.Household household) {
        return new Household(
                household.getReference(),
                household.getMember().stream()
                        .map(member -> new HouseholdMember(person(member.getPerson()), validity(member.getPeriod())))
                        .toList(),
                household.getAddress().stream().map(IdentityReader::address).toList());
    }

    private static RightsMessage customers(M903 report) {
        return new RightsMessage.CustomerReport(
                report.getCustomerLine().stream().map(RightsReader::customer).toList());
    }

    private static CustomerChange customer(CustomerLine line) {
        CustomerReference reference = CustomerReference.of(line.getReference());
        Validity contract = validity(line.getContract());
        return switch (line.getChange()) {
            case REGISTERED ->
                new CustomerChange.Registered(new Customer(
                        reference,
                        Optional.ofNullable(line.getPerson()).map(RightsReader::person),
                        Optional.ofNullable(line.getIdentity()).map(IdentityReader::customer),
                        contract,
                        line.isSharingForbidden() == null));
            case UNREGISTERED ->
                new CustomerChange.Unregistered(reference, contract.until().orElseThrow());
        };
    }

    private static RightsMessage question(L901 question) {
        return new RightsMessage.Question(
                SchemeCode.of(question.getScheme()),
                question.getDay(),
                question.getCustomer().stream().map(RightsReader::asked).toList());
    }

    private static AskedPerson asked(be.kruispunt.binding.l901.Customer customer) {
        return customer.getPerson() == null
                ? new AskedPerson.ByReference(CustomerReference.of(customer.getReference()))
                : new AskedPerson.ByNumber(person(customer.getPerson()));
    }

    static Insz person(PersonalIdentificationNumber number) {
        return Insz.of(number.getNumber());
    }

    static Validity validity(Period period) {
        return new Validity(period.getFrom(), Optional.ofNullable(period.getTo()));
    }
}
