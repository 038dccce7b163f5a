package be.kruispunt.model.cases;

import static be.kruispunt.model.cases.Play.BEGIN;
import static be.kruispunt.model.cases.Play.ONE;
import static be.kruispunt.model.cases.Play.OTHER;
import static be.kruispunt.model.cases.Play.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.CaseRules.Attempt;
import be.kruispunt.model.cases.Permission.Allowed;
import be.kruispunt.model.cases.Permission.Closed;
import be.kruispunt.model.cases.Permission.NoSuchMove;
import be.kruispunt.model.cases.Permission.NotInProcess;
import be.kruispunt.model.cases.Permission.NotToAll;
import be.kruispunt.model.cases.Permission.NotYet;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Cases of several: who answers whom, who comes and goes, and what concerns all. */
class ParticipantsTest {
    private static final ProcessCatalogue CATALOGUE = ProcessCatalogue.standard();

    private static Play play(String process, InstitutionId... counterparties) {
        return new Play(CATALOGUE.find(process).orElseThrow(), counterparties);
    }

    private static Play asked() {
        Play play = play("UB_BUC_01", ONE);
        play.send(OWNER, "U001");
        return play;
    }

    @Test
    void whoeverWasAsked_answersWhoAsked_amongSeveral() {
        Play play = play("H_BUC_01", ONE, OTHER);
        Event toOne = play.send(OWNER, "H001", Set.of(ONE), Optional.empty());
        assertThat(play.ask(OTHER, "H002")).isEqualTo(new NotYet(Set.of("H001")));
        assertThat(play.rules().ask(play.file(), new Attempt(ONE, "H002", Set.of(OTHER), CaseLink.NONE)))
                .isEqualTo(new NotYet(Set.of("H001")));
        assertThat(play.rules().ask(play.file(), new Attempt(ONE, "H002", Set.of(OWNER), CaseLink.NONE)))
                .isEqualTo(new Allowed(Optional.of(toOne)));
    }

    @Test
    void whatConcernsAll_goesToAll() {
        Play play = play("LA_BUC_05", ONE, OTHER);
        play.send(OWNER, "A010");
        assertThat(play.rules().ask(play.file(), new Attempt(OWNER, "X001", Set.of(ONE), CaseLink.NONE)))
                .isEqualTo(new NotToAll(Set.of(OTHER)));
    }

    @Test
    void aTimerRunsFromTheLastAct_onceTheActThatStartsItWasSent() {
        Play play = play("LA_BUC_06", ONE);
        play.send(OWNER, "A005");
        assertThat(play.file().closesAt()).isEmpty();
        play.send(ONE, "A006");
        assertThat(play.file().closesAt())
                .contains(BEGIN.plus(Duration.ofMinutes(1)).plus(Duration.ofDays(30)));
        play.send(OWNER, "X001");
        assertThat(play.file().closesAt()).isEmpty();
    }

    private static CaseLink naming(InstitutionId participant) {
        return new CaseLink(Optional.empty(), Optional.of(participant));
    }

    @Test
    void whoIsRemoved_isToldSinceWhen_andOthersGoOn() {
        Play play = play("P_BUC_01", ONE, OTHER);
        play.send(OWNER, "P2000");
        Event removal = play.send(OWNER, "X006", Set.of(ONE, OTHER), naming(ONE));
        assertThat(play.ask(ONE, "P5000")).isEqualTo(new Closed(removal));
        assertThat(play.next(ONE)).isEmpty();
        assertThat(play.ask(OTHER, "P5000").isAllowed()).isTrue();
        assertThat(play.file().others(OWNER)).containsExactly(OTHER);
        assertThat(play.file().roleOf(ONE)).contains(CaseRole.COUNTERPARTY);
    }

    @Test
    void whoIsAdded_sendsAsACounterparty_andKnowsNothingOfWhatWasBefore() {
        Play play = play("LA_BUC_02", ONE);
        play.send(OWNER, "A003");
        assertThat(play.rules().ask(play.file(), new Attempt(OWNER, "X005", Set.of(ONE), CaseLink.NONE)))
                .isEqualTo(new NoSuchMove());
        assertThat(play.rules().ask(play.file(), new Attempt(OWNER, "X005", Set.of(ONE), naming(OTHER))))
                .isEqualTo(new NotToAll(Set.of(OTHER)));
        play.send(OWNER, "X005", Set.of(ONE, OTHER), naming(OTHER));
        assertThat(play.file().inRole(CaseRole.COUNTERPARTY)).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(play.ask(OTHER, "A004")).isEqualTo(new NotYet(Set.of("A003")));
        play.send(OWNER, "A003");
        assertThat(play.ask(OTHER, "A004").isAllowed()).isTrue();
    }

    @Test
    void whoPassesItsCaseOn_leavesItsRoleToAnother() {
        Play play = asked();
        Event forwarded = play.send(OWNER, "X007", Set.of(ONE, OTHER), naming(OTHER));
        assertThat(play.file().inRole(CaseRole.CASE_OWNER)).containsExactly(OTHER);
        assertThat(play.ask(OWNER, "U003")).isEqualTo(new Closed(forwarded));
        assertThat(play.ask(OTHER, "U003").isAllowed()).isTrue();
        assertThat(play.ask(ONE, "X006")).isEqualTo(new NotInProcess("UB_BUC_01"));
    }

    @Test
    void aCaseThatClosesByItself_saysSo_toEveryParticipant() {
        Play play = play("LA_BUC_05", ONE, OTHER);
        play.send(OWNER, "A010");
        Instant due = play.file().closesAt().orElseThrow();
        Ticket ticket = new Ticket(UUID.randomUUID());
        CaseFile closed = play.rules().closedByItself(play.file(), ticket, InstitutionId.of("BE:0314595348"), due);
        assertThat(closed.version()).isEqualTo(2);
        assertThat(closed.closesAt()).isEmpty();
        assertThat(play.rules().ask(closed, Attempt.of(OTHER, "X005")))
                .isEqualTo(new Closed(closed.events().getLast()));
    }
}
