package be.kruispunt.store;

import static be.kruispunt.store.CustomersTest.ALWAYS;
import static be.kruispunt.store.CustomersTest.FOUR;
import static be.kruispunt.store.CustomersTest.WATTS;
import static be.kruispunt.store.CustomersTest.by;
import static be.kruispunt.store.CustomersTest.question;
import static be.kruispunt.store.CustomersTest.recorded;
import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.ENERGY;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static be.kruispunt.store.RightsStoreTest.status;
import static be.kruispunt.store.Samples.RVA;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange.Registered;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdAddress;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import be.kruispunt.model.rights.RightsReply.Line;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.StatusChange.Granted;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Something in every table of the buffer store. */
final class RightsSample {
    private static final SchemeCode PASS = SchemeCode.of("MUNICIPAL_LEISURE_PASS");

    private RightsSample() {}

    /** A row in each table. */
    static void fill(Store store, Insz person) {
        RightsStore rights = store.rights();
        var codes = new RightsCodes(rights);
        var reference = CustomerReference.of("filled");
        rights.derivedBy().use("filled");
        rights.report(
                new HouseholdReport(
                        RVA,
                        "a test",
                        List.of(new Household(
                                "filled",
                                List.of(new HouseholdMember(person, ALWAYS)),
                                List.of(new HouseholdAddress(
                                        Set.of(new AddressKey("9000|voorbeeldstraat|27|")), ALWAYS)))),
                        Map.of(person, Optional.of(LocalDate.of(2026, 12, 1))),
                        List.of(new PersonIdentity(
                                person,
                                person.birth(),
                                List.of(new PersonName(Set.of(new NameKey("maes|marie")), ALWAYS))))),
                DERIVER);
        rights.report(
                new StatusReport(
                        RVA,
                        "a test",
                        Optional.of(Instant.parse("2026-06-02T09:30:15.123456Z")),
                        List.of(new Granted(status(person, "LIVING_WAGE", MAY, "filled")))),
                DERIVER);
        var customers = new CustomerReport(
                WATTS, "a test", List.of(new Registered(new Customer(reference, Optional.of(person), ALWAYS, true))));
        store.record(
                List.of(EffectTest.kept(rights.askers().counting(customers, FOUR, rights.keeping(customers)))),
                List.of());
        RecordedQuestion question = recorded(question(by(reference)), new Line.NotACustomer(by(reference)));
        rights.record(question, FOUR);
        var code = new CodeOrder(CodeId.of("4F7QK2M9ZX1CRT8B"), question.id(), person, PASS, MAY, MAY);
        var again = recorded(question(by(reference)), new Line.NotACustomer(by(reference)));
        codes.issue(code, again, FOUR, () -> 7);
        codes.withdraw(code.id(), "a test");
        rights.audit().answers().about(person, new Look(Instant.now(), "a test", "filled"));
    }

    /** A row in each table of runs. */
    static void fill(RightsRuns runs, Insz person) {
        var subscription = new Subscription(WATTS, ENERGY, LegalContext.of("SOCIAL_TARIFF"), ALWAYS);
        runs.subscriptions().put(subscription, "a test");
        var run = new RightsRun(
                AnswerId.next(Instant.now(), new SecureRandom()),
                new RightsRun.Subject(RunKind.QUARTER, WATTS, ENERGY, subscription.purpose(), MAY),
                "2026-Q2",
                new RightsRun.Moment(Instant.now(), MAY, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                new RightsRun.Grounds("26/100", 7, Optional.empty()),
                Instant.now(),
                Instant.now().plus(1, ChronoUnit.DAYS));
        runs.begin(run);
        var line = new AnsweredPage.Line("filled;NOT_DETERMINED;;;;", Optional.of(person));
        runs.next(run, facts -> new AnsweredPage(List.of(line), 0, "filled", true), FOUR);
        fill(runs.reports());
        runs.refuse(new RefusedFile(WATTS, "filled", "FILE_HEADER", Optional.empty(), Instant.now()));
    }

    private static void fill(RightsReports reports) {
        var report = new RightsReport(
                Samples.ticket(),
                new RightsReport.Subject(ReportKind.CUSTOMERS, WATTS, LegalContext.of("SOCIAL_TARIFF")),
                new RightsReport.Source("filled", Digest.of(new byte[] {1}), 1),
                new RightsReport.Grounds("26/100", 7),
                Instant.now());
        reports.begin(report, new byte[] {1});
        reports.next(report, _ -> new ReportPage(1, new TreeMap<>(Map.of(1, "LINE_INVALID")), 20, true));
    }
}
