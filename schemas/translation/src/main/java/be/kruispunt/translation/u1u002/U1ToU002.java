package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.u002.LastEmployment;
import be.kruispunt.documents.jaxb.u002.Periods;
import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.translation.Issue;
import be.kruispunt.translation.Mapped;
import be.kruispunt.translation.Mapper;
import be.kruispunt.translation.report.Account;
import be.kruispunt.translation.report.Place;
import java.util.Optional;

/**
 * The U1 that a person brings, as the U002 that the institution of the last activity would have sent (987/2009 art.
 * 54(1)): the same data, though never the same message.
 */
public final class U1ToU002 implements Mapper<U1, U002> {
    @Override
    public DocumentType from() {
        return Types.U1;
    }

    @Override
    public DocumentType to() {
        return Types.U002;
    }

    @Override
    public Class<U1> source() {
        return U1.class;
    }

    @Override
    public Mapped<U002> map(U1 source, Optional<Issue> issue) {
        Account account = new Account();
        Place root = new Place(account, "/U1", "/U002");
        U002 target = new U002();
        target.setSedGVer("4");
        target.setSedVer("2");
        target.setPerson(PersonToU002.map(source.getPerson(), root.in("Person", "Person")));
        InstitutionToU002.map(
                source.getInstitution(),
                target.getPerson().getPersonIdentification().getPINPersonInEachInstitution(),
                root.in("Institution", "Person/PersonIdentification/PINPersonInEachInstitution"));

        Place lists = root.in("Periods", "Periods");
        Periods periods = new Periods();
        PeriodsToU002.map(source.getPeriods(), periods, lists);
        OtherPeriodsToU002.map(source.getPeriods(), periods, lists);
        IncomeToU002.map(source.getPeriods(), periods, lists);
        target.setPeriods(periods);

        LastEmployment last = new LastEmployment();
        EndToU002.map(source.getEndOfEmployment(), last, root.in("EndOfEmployment", "LastEmployment"));
        PaymentsToU002.map(source.getOtherPayments(), last, root.in("OtherPayments", "LastEmployment"));
        if (EndToU002.isFilled(last)) {
            target.setLastEmployment(last);
        }
        BenefitToU002.map(
                source.getUnemploymentBenefit(), target, root.in("UnemploymentBenefit", "UnemploymentBenefits"));
        EntitlementToU002.map(source.getEntitlement(), root.from("Entitlement"));
        return new Mapped<>(target, account.toReport(from(), to()));
    }
}
