package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.u002.LastEmployment;
import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u1.Periods;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.translation.Issue;
import be.kruispunt.translation.Mapped;
import be.kruispunt.translation.Mapper;
import be.kruispunt.translation.report.Account;
import be.kruispunt.translation.report.Place;
import java.util.Optional;

/**
 * The periods that an institution sent as U002, as the U1 that it would have given the person (987/2009 art. 54(1)).
 * What a U1 has and a U002 lacks (the address, the entitlement, the issuer's address) stays empty.
 */
public final class U002ToU1 implements Mapper<U002, U1> {
    private static final String ASKED = "U1 does not repeat what was asked for";
    private static final String NO_FREE_TEXT = "U1 has no box for free text";
    private static final String PACKAGE = "names a part of the EESSI data model, which U1 is not of";

    @Override
    public DocumentType from() {
        return Types.U002;
    }

    @Override
    public DocumentType to() {
        return Types.U1;
    }

    @Override
    public Class<U002> source() {
        return U002.class;
    }

    @Override
    public Mapped<U1> map(U002 source, Optional<Issue> issue) {
        Account account = new Account();
        Place root = new Place(account, "/U002", "/U1");
        U1 target = new U1();
        root.lose("@sedPackage", source.getSedPackage(), PACKAGE);
        InstitutionToU1.map(source, issue.orElse(null), target, root);
        target.setPerson(PersonToU1.map(source.getPerson(), root.in("Person", "Person")));
        Days.lose(source.getRequestPeriod(), root.from("RequestPeriod"), ASKED);

        Place lists = root.in("Periods", "Periods");
        Periods periods = new Periods();
        PeriodsToU1.map(source.getPeriods(), periods, lists);
        OtherPeriodsToU1.map(source.getPeriods(), periods, lists);
        target.setPeriods(periods);

        LastEmployment last = source.getLastEmployment();
        if (last != null) {
            target.setEndOfEmployment(EndToU1.map(last, root.in("LastEmployment", "EndOfEmployment")));
            target.setOtherPayments(PaymentsToU1.map(last, root.in("LastEmployment", "OtherPayments")));
        }
        target.setUnemploymentBenefit(BenefitToU1.map(
                source.getUnemploymentBenefits(), root.in("UnemploymentBenefits", "UnemploymentBenefit")));
        if (source.getAdditionalInformation() != null) {
            root.lose(
                    "AdditionalInformation/additionalInformation",
                    source.getAdditionalInformation().getAdditionalInformation(),
                    NO_FREE_TEXT);
        }
        return new Mapped<>(target, account.toReport(from(), to()));
    }
}
