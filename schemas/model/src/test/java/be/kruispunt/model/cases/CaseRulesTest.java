package be.kruispunt.model.cases;

import static be.kruispunt.model.cases.Play.BEGIN;
import static be.kruispunt.model.cases.Play.ONE;
import static be.kruispunt.model.cases.Play.OTHER;
import static be.kruispunt.model.cases.Play.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.Permission.Allowed;
import be.kruispunt.model.cases.Permission.Closed;
import be.kruispunt.model.cases.Permission.NotAbout;
import be.kruispunt.model.cases.Permission.NotInProcess;
import be.kruispunt.model.cases.Permission.NotYet;
import be.kruispunt.model.cases.Permission.NotYours;
import be.kruispunt.model.cases.Permission.SentAlready;
import be.kruispunt.model.cases.Permission.ShutOut;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseRulesTest {
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
    void aCaseIsOpenedByItsOwner_withAStarter() {
        Play play = play("UB_BUC_01", ONE);
        assertThat(play.next(OWNER)).containsExactly("U001", "U001CB", "U003", "U005");
        assertThat(play.next(ONE)).isEmpty();
        assertThat(play.ask(OWNER, "H001")).isEqualTo(new NotYet(Set.of("U001", "U001CB", "U003", "U005")));
    }

    @Test
    void whatEachMaySendNext_followsFromWhatWasSent() {
        Play play = asked();
        assertThat(play.next(OWNER)).containsExactly("H001", "U001", "U003", "U005", "X001", "X007", "X008", "X009");
        assertThat(play.next(ONE)).containsExactly("H001", "U002", "X007", "X009", "X011", "X012");
        play.send(ONE, "U002");
        assertThat(play.next(OWNER))
                .containsExactly("H001", "U001", "U003", "U005", "X001", "X007", "X008", "X009", "X012");
    }

    @Test
    void eachRefusalSaysWhy() {
        Play play = asked();
        Event asked = play.file().events().getLast();
        assertThat(play.ask(OWNER, "S072")).isEqualTo(new NotInProcess("UB_BUC_01"));
        assertThat(play.ask(OWNER, "U002")).isEqualTo(new NotYours(Set.of(ONE)));
        assertThat(play.ask(ONE, "U001")).isEqualTo(new NotYours(Set.of(OWNER)));
        assertThat(play.ask(ONE, "U004")).isEqualTo(new NotYet(Set.of("U003")));
        assertThat(play.ask(OWNER, "U001CB")).isEqualTo(new ShutOut(asked));
        assertThat(play.ask(OWNER, "X002")).isEqualTo(new NotYet(Set.of("X001")));
        assertThat(List.of("S072", "U002").stream()
                        .map(act -> play.ask(OWNER, act).reason())
                        .toList())
                .containsExactly("the process UB_BUC_01 has no such act", "it is for LU:0053 to send");
        assertThat(play.ask(ONE, "U004").reason()).isEqualTo("it may come after U003");
    }

    @Test
    void anAnswerNamesItsQuestion_andAnUpdateItself() {
        Play play = asked();
        Event question = play.file().events().getFirst();
        Event answer = play.send(ONE, "U002");
        assertThat(answer.about()).contains(question.ticket());
        assertThat(play.ask(ONE, "U002")).isEqualTo(new Allowed(Optional.of(answer)));
        Event again = play.send(OWNER, "U001");
        assertThat(play.ask(ONE, "U002")).isEqualTo(new Allowed(Optional.of(again)));
        assertThat(play.ask(ONE, "U002", question)).isEqualTo(new Allowed(Optional.of(question)));
    }

    @Test
    void anActAboutWhatItCannotBeAbout_isRefused() {
        Play play = asked();
        Event pay = play.send(OWNER, "U003");
        assertThat(play.ask(ONE, "U002", pay)).isEqualTo(new NotAbout("U002"));
        assertThat(play.ask(ONE, "X008", pay))
                .isEqualTo(new NotYet(Set.of("H001", "H002", "U002", "U004", "U006", "U017")));
        Event own = play.send(ONE, "U004");
        assertThat(play.ask(ONE, "X008", pay)).isEqualTo(new NotAbout("X008"));
        assertThat(play.ask(ONE, "X008", own)).isEqualTo(new Allowed(Optional.of(own)));
    }

    @Test
    void anActThatIsNotUpdatable_comesOnce() {
        Play play = play("BL1", ONE);
        assertThat(play.next(OWNER)).containsExactly("BL1-A", "R107");
        Event partA = play.send(OWNER, "BL1-A");
        assertThat(play.next(OWNER)).isEmpty();
        assertThat(play.ask(OWNER, "BL1-A")).isEqualTo(new SentAlready(partA));
        assertThat(play.ask(OWNER, "BL1-10")).isEqualTo(new NotYet(Set.of("BL1-B")));
        assertThat(play.next(ONE)).containsExactly("BL1-B");
        play.send(ONE, "BL1-B");
        assertThat(play.next(ONE)).isEmpty();
        play.send(OWNER, "BL1-10");
        assertThat(play.next(OWNER)).isEmpty();
        assertThat(play.next(ONE)).isEmpty();
    }

    @Test
    void theFormInThreeSteps_mayAlsoBeAskedFor() {
        Play play = play("BL1", ONE);
        Event asked = play.send(OWNER, "R107");
        assertThat(play.next(OWNER)).isEmpty();
        assertThat(play.ask(OWNER, "BL1-A")).isEqualTo(new ShutOut(asked));
        assertThat(play.next(ONE)).containsExactly("BL1-A");
        play.send(ONE, "BL1-A");
        assertThat(play.next(ONE)).isEmpty();
        assertThat(play.next(OWNER)).containsExactly("BL1-B");
        play.send(OWNER, "BL1-B");
        assertThat(play.next(ONE)).containsExactly("BL1-10");
    }

    @Test
    void aPortableDocumentIsSentOnce_andNotAnswered() {
        Play play = play("PD_U1", ONE);
        play.send(OWNER, "U1");
        assertThat(play.next(OWNER)).isEmpty();
        assertThat(play.next(ONE)).isEmpty();
    }

    @Test
    void whatWasTakenBack_isAnsweredNoMore_norWhatWasRejected() {
        Play play = asked();
        play.send(OWNER, "X008");
        assertThat(play.ask(ONE, "U002")).isEqualTo(new NotYet(Set.of("U001")));
        assertThat(play.ask(OWNER, "U001CB").isAllowed()).isTrue();
        play.send(OWNER, "U001");
        play.send(ONE, "X011");
        assertThat(play.ask(ONE, "U002")).isEqualTo(new NotYet(Set.of("U001")));
    }

    @Test
    void anUpdateIsTakenBackWithWhatItRenews() {
        Play play = asked();
        play.send(OWNER, "U001");
        play.send(OWNER, "X008");
        assertThat(play.ask(ONE, "U002")).isEqualTo(new NotYet(Set.of("U001")));
    }

    @Test
    void aClarificationIsAskedAndGiven_onceEach() {
        Play play = asked();
        Event asks = play.send(ONE, "X012");
        assertThat(play.ask(OWNER, "X013")).isEqualTo(new Allowed(Optional.of(asks)));
        play.send(OWNER, "X013");
        assertThat(play.ask(OWNER, "X013")).isEqualTo(new NotYet(Set.of("X012")));
        play.send(ONE, "X012");
        assertThat(play.ask(OWNER, "X013").isAllowed()).isTrue();
    }

    @Test
    void aReminderIsAnswered() {
        Play play = asked();
        assertThat(play.ask(ONE, "X010")).isEqualTo(new NotYet(Set.of("X009")));
        Event reminder = play.send(OWNER, "X009");
        assertThat(play.ask(ONE, "X010")).isEqualTo(new Allowed(Optional.of(reminder)));
        assertThat(play.ask(OWNER, "X010")).isEqualTo(new NotYet(Set.of("X009")));
    }

    @Test
    void aClosedCaseTakesNothing_untilItsOwnerOpensItAgain() {
        Play play = asked();
        Event closure = play.send(OWNER, "X001");
        assertThat(play.ask(ONE, "U002")).isEqualTo(new Closed(closure));
        assertThat(play.ask(ONE, "X009")).isEqualTo(new Closed(closure));
        assertThat(play.next(OWNER)).containsExactly("X002");
        assertThat(play.next(ONE)).containsExactly("X002");
        assertThat(play.ask(OWNER, "X004")).isEqualTo(new NotYet(Set.of("X002", "X003")));
        play.send(ONE, "X002");
        assertThat(play.ask(ONE, "X004")).isEqualTo(new NotYours(Set.of(OWNER)));
        assertThat(play.next(OWNER)).containsExactly("X002", "X003", "X004");
        play.send(OWNER, "X004");
        assertThat(play.ask(ONE, "U002").isAllowed()).isTrue();
    }

    @Test
    void anOwnerThatWantsToReopen_hearsTheOthersFirst() {
        Play play = asked();
        play.send(OWNER, "X001");
        play.send(OWNER, "X002");
        assertThat(play.ask(OWNER, "X004")).isEqualTo(new NotYet(Set.of("X002", "X003")));
        play.send(ONE, "X003");
        assertThat(play.ask(OWNER, "X004").isAllowed()).isTrue();
    }

    @Test
    void aCaseFileAfterAnAct_isANewVersion_andTheOldOneStays() {
        CaseRules rules = new CaseRules(CATALOGUE.find("UB_BUC_01").orElseThrow());
        CaseFile opened = rules.after(
                CaseFile.opening(
                        new CaseId(UUID.randomUUID()),
                        "UB_BUC_01",
                        OWNER,
                        List.of(ONE),
                        Set.of(Insz.of("85073003328"))),
                event("U001", OWNER, ONE),
                CaseLink.NONE,
                Map.of("1.1", "digest"));

        CaseFile answered = rules.after(opened, event("U002", ONE, OWNER), CaseLink.NONE, Map.of("2.1", "other"));

        assertThat(answered.acts()).containsExactly("U001", "U002");
        assertThat(answered.version()).isEqualTo(2);
        assertThat(answered.keptBoxes()).isEqualTo(Map.of("1.1", "digest", "2.1", "other"));
        assertThat(opened.acts()).containsExactly("U001");
        assertThat(answered.roleOf(OWNER)).contains(CaseRole.CASE_OWNER);
        assertThat(answered.roleOf(ONE)).contains(CaseRole.COUNTERPARTY);
        assertThat(answered.roleOf(OTHER)).isEmpty();
        assertThat(answered.toString()).doesNotContain("85073003328");
    }

    private static Event event(String act, InstitutionId by, InstitutionId to) {
        return new Event(new Ticket(UUID.randomUUID()), act, by, Set.of(to), Optional.empty(), BEGIN);
    }
}
