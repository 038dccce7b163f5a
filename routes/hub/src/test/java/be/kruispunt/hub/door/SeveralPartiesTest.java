package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.CNS;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;
import static be.kruispunt.model.outcome.RefusalCode.CASE_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.CASE_UNKNOWN;
import static be.kruispunt.model.outcome.RefusalCode.NOT_ALLOWED_NOW;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Period;
import be.kruispunt.hub.CaseTimers;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.DocumentType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case with an owner and more than one counterparty: the determination of applicable legislation. */
@ExtendWith(SharedHub.class)
class SeveralPartiesTest {
    private static final String PROCESS = "LA_BUC_02";
    private static final List<InstitutionId> ALL = List.of(RVA, ADEM, CNS, UWV);
    private static final List<DocumentType> DOCUMENTS = Stream.of("A003", "A004", "X001", "X002", "X005", "X006")
            .map(code -> DocumentType.of(code, "4.2"))
            .toList();
    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));

    private final Door door;

    SeveralPartiesTest(Door door) {
        this.door = door;
    }

    /** To what the shared hub's institutions are and may, the process and its documents are added. */
    @BeforeEach
    void allMayExchangeDeterminations() {
        var writer = door.store().registerWriter();
        writer.putInstitutions(door.store().register().institutions().stream()
                .filter(one -> ALL.contains(one.id()))
                .filter(one -> !one.accepts().containsAll(DOCUMENTS))
                .map(SeveralPartiesTest::withDeterminations)
                .toList());
        var authorisations = new ArrayList<Authorisation>();
        for (InstitutionId from : ALL) {
            for (InstitutionId to : ALL) {
                for (DocumentType document : from.equals(to) ? List.<DocumentType>of() : DOCUMENTS) {
                    authorisations.add(TestHub.withoutIntegration("T/LA", from, to, document.code()));
                }
            }
        }
        writer.putAuthorisations(authorisations);
    }

    private static Institution withDeterminations(Institution one) {
        var competences = new ArrayList<>(one.competences());
        for (CaseRole role : CaseRole.values()) {
            competences.add(new Competence(PROCESS, role, ALWAYS));
        }
        var accepts = new ArrayList<>(one.accepts());
        accepts.addAll(DOCUMENTS);
        return new Institution(one.id(), one.name(), one.network(), one.sector(), one.active(), competences, accepts);
    }

    /** The type's smallest example, in an envelope of this case. */
    private byte[] signed(String code, InstitutionId from, List<InstitutionId> to, CaseId id, CaseLink link) {
        var envelope =
                new Envelope(from, to, PROCESS, Optional.of(id), UNEMPLOYMENT, new InstanceId(UUID.randomUUID()));
        String example = code.toLowerCase(Locale.ROOT) + "/4.2/examples/minimal.xml";
        return door.messages().signed(from, door.messages().example(example, envelope, link));
    }

    private byte[] signed(String code, InstitutionId from, CaseId id, InstitutionId... to) {
        return signed(code, from, List.of(to), id, CaseLink.NONE);
    }

    private static CaseId newCase() {
        return new CaseId(UUID.randomUUID());
    }

    private CaseFile caseFile(CaseId id) {
        return door.store().caseBook().find(id).getFirst();
    }

    @Test
    void aQuestionToTwo_isAnsweredByEach_andEachAnswerNamesIt() {
        CaseId id = newCase();
        Door.Accepted question = door.accepts(RVA, signed("A003", RVA, id, ADEM, CNS));
        assertThat(question.letters())
                .extracting(letter -> letter.header().receivers())
                .containsExactlyInAnyOrder(List.of(ADEM), List.of(CNS));

        for (InstitutionId one : List.of(ADEM, CNS)) {
            Mail.Letter answer = door.accepts(one, signed("A004", one, id, RVA)).letter();
            assertThat(answer.header().link().relatedTo()).contains(question.ticket());
        }
        assertThat(caseFile(id).acts()).containsExactly("A003", "A004", "A004");
        assertThat(caseFile(id).inRole(CaseRole.COUNTERPARTY)).containsExactlyInAnyOrder(ADEM, CNS);
        door.refuses(UWV, signed("A004", UWV, id, RVA), CASE_UNKNOWN);
        door.refuses(ADEM, signed("A004", ADEM, id, RVA, UWV), CASE_MISMATCH);
    }

    @Test
    void anAnswerThatNamesWhatItCannotAnswer_isTold() {
        CaseId id = newCase();
        Ticket question = door.accepts(RVA, signed("A003", RVA, id, ADEM, CNS)).ticket();
        Ticket answer = door.accepts(CNS, signed("A004", CNS, id, RVA)).ticket();
        var wrong = new CaseLink(Optional.of(answer), Optional.empty());
        assertThat(door.refuses(ADEM, signed("A004", ADEM, List.of(RVA), id, wrong), NOT_ALLOWED_NOW)
                        .detail())
                .startsWith("A004 from the COUNTERPARTY: it cannot be about the message that RELATED_TO names");
        var right = new CaseLink(Optional.of(question), Optional.empty());
        door.accepts(ADEM, signed("A004", ADEM, List.of(RVA), id, right));
    }

    @Test
    void whoComesIn_takesPart_andWhoGoesOut_isToldSinceWhen() {
        CaseId id = newCase();
        door.accepts(RVA, signed("A003", RVA, id, ADEM));
        var comes = new CaseLink(Optional.empty(), Optional.of(UWV));
        door.accepts(RVA, signed("X005", RVA, List.of(ADEM, UWV), id, comes));
        assertThat(door.refuses(UWV, signed("A004", UWV, id, RVA), NOT_ALLOWED_NOW)
                        .detail())
                .startsWith("A004 from the COUNTERPARTY: it may come after A003");
        door.accepts(RVA, signed("A003", RVA, id, ADEM, UWV));
        door.accepts(UWV, signed("A004", UWV, id, RVA));

        var goes = new CaseLink(Optional.empty(), Optional.of(ADEM));
        door.accepts(RVA, signed("X006", RVA, List.of(ADEM, UWV), id, goes));
        assertThat(door.refuses(ADEM, signed("A004", ADEM, id, RVA), NOT_ALLOWED_NOW)
                        .detail())
                .startsWith("A004 from the COUNTERPARTY: the case is closed since X006 of ");
    }

    @Test
    void aClosureGoesToAll_andThenNothingComes() {
        CaseId id = newCase();
        door.accepts(RVA, signed("A003", RVA, id, ADEM, CNS));
        assertThat(door.refuses(RVA, signed("X001", RVA, id, ADEM), NOT_ALLOWED_NOW)
                        .detail())
                .startsWith("X001 from the CASE_OWNER: it concerns the whole case, and must go to LU:0021 too");
        door.accepts(RVA, signed("X001", RVA, id, ADEM, CNS));
        assertThat(door.refuses(CNS, signed("A004", CNS, id, RVA), NOT_ALLOWED_NOW)
                        .detail())
                .startsWith("A004 from the COUNTERPARTY: the case is closed since X001 of ");
    }

    /** By a clock that is two months ahead; the hub's own closes nothing yet. */
    @Test
    void aCaseInWhichNothingComes_closesByItself() {
        CaseId id = newCase();
        door.accepts(RVA, signed("A003", RVA, id, ADEM, CNS));
        assertThat(timers(Instant.now().plus(Duration.ofDays(59))).closeDue())
                .extracting(CaseFile::id)
                .doesNotContain(id);
        assertThat(timers(Instant.now().plus(Duration.ofDays(61))).closeDue())
                .extracting(CaseFile::id)
                .contains(id);
        assertThat(caseFile(id).events().getLast())
                .returns("X001", CaseFile.Event::act)
                .returns(Settings.defaults().hub(), CaseFile.Event::by)
                .returns(Set.of(RVA, ADEM, CNS), CaseFile.Event::to);
        assertThat(door.refuses(ADEM, signed("A004", ADEM, id, RVA), NOT_ALLOWED_NOW)
                        .detail())
                .startsWith("A004 from the COUNTERPARTY: the case is closed since X001 of ");
    }

    private CaseTimers timers(Instant now) {
        return new CaseTimers(
                door.store().caseBook(),
                ProcessCatalogue.standard(),
                Settings.defaults().hub(),
                InstantSource.fixed(now),
                new SecureRandom());
    }
}
