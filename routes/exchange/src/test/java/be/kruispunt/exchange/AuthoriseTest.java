package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.PERSON;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.AccessPolicy;
import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.access.Register;
import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.Content;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of a message and its case the policy is asked about. What the policy answers has tests of its own. */
class AuthoriseTest {
    private static final String PROCESS = "UB_BUC_01";
    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Authorise authorise = new Authorise(new AccessPolicy(), ProcessCatalogue.standard());

    /** RVA may ask, ADEM may answer. */
    private static Register register() {
        return new Register(
                List.of(institution(RVA, CaseRole.CASE_OWNER), institution(ADEM, CaseRole.COUNTERPARTY)),
                List.of(authorisation(RVA, ADEM), authorisation(ADEM, RVA)));
    }

    private static Institution institution(InstitutionId id, CaseRole role) {
        return new Institution(
                id, "name", Network.FOREIGN, 0, ALWAYS, List.of(new Competence(PROCESS, role, ALWAYS)), List.of());
    }

    /** The headers that are given are all of a U001, whatever the act. */
    private static Authorisation authorisation(InstitutionId from, InstitutionId to) {
        return new Authorisation(
                "26/001",
                from,
                to,
                "U001",
                LegalContext.of("UNEMPLOYMENT_BENEFIT"),
                Set.of(),
                Set.of(),
                0,
                Period.since(FIRST_DAY));
    }

    private Result<Authorised> asked(InstitutionId sender, String act, Optional<CaseFile> file, Instant at) {
        var received = new Received(
                new Ticket(UUID.randomUUID()),
                sender,
                Digest.of(new byte[0]),
                at,
                new BrokerMessage(sender, new Content.Body(new byte[0]), 0, at));
        var header = Given.header(sender, PROCESS, file.map(CaseFile::id));
        var facts = new DocumentFacts(act, List.of(PERSON), Map.of(), Map.of());
        var known = new Known(
                Optional.empty(), Optional.empty(), file.stream().toList(), DirectoryExtract.EMPTY, register());
        return authorise.authorise(new LookedUp(Given.validated(received, header, facts), known));
    }

    private static Optional<CaseFile> aCaseOfRvas() {
        return Optional.of(
                CaseFile.opening(new CaseId(UUID.randomUUID()), PROCESS, RVA, List.of(ADEM), Set.of(PERSON)));
    }

    private static Refusal refused(Result<Authorised> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<Authorised>) result).refusal();
    }

    private static List<InstitutionId> receivers(Result<Authorised> result) {
        assertThat(result).as("%s", result).isInstanceOf(Result.Passed.class);
        return ((Result.Passed<Authorised>) result)
                .value().granted().receivers().stream().map(Institution::id).toList();
    }

    @Test
    void whereNoReceiverIsNamed_itIsTheOtherPartyOfTheCase() {
        assertThat(receivers(asked(RVA, "U001", aCaseOfRvas(), NOON))).containsExactly(ADEM);
        assertThat(receivers(asked(ADEM, "U002", aCaseOfRvas(), NOON))).containsExactly(RVA);
    }

    @Test
    void theRoleIsThatInTheCase_andWithoutOneThatOfTheAct() {
        assertThat(refused(asked(RVA, "U002", Optional.empty(), NOON)))
                .returns(RefusalCode.NOT_COMPETENT, Refusal::code)
                .returns("the sender " + RVA + " is not competent for UB_BUC_01 as COUNTERPARTY", Refusal::detail);
        assertThat(refused(asked(ADEM, "U001", Optional.empty(), NOON)).detail())
                .isEqualTo("the sender " + ADEM + " is not competent for UB_BUC_01 as CASE_OWNER");
        assertThat(receivers(asked(ADEM, "U001", aCaseOfRvas(), NOON)))
                .as("what a party may send is for the case to say")
                .containsExactly(RVA);
    }

    /** Midnight in Belgium is an hour before that of UTC. */
    @Test
    void theDayIsThatInBelgium() {
        assertThat(refused(asked(RVA, "U001", aCaseOfRvas(), Instant.parse("2026-11-21T22:59:59Z")))
                        .code())
                .isEqualTo(RefusalCode.NOT_AUTHORISED);
        assertThat(receivers(asked(RVA, "U001", aCaseOfRvas(), Instant.parse("2026-11-21T23:00:00Z"))))
                .containsExactly(ADEM);
    }
}
