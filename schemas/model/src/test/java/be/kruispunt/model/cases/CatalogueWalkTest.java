package be.kruispunt.model.cases;

import static be.kruispunt.model.cases.Play.ONE;
import static be.kruispunt.model.cases.Play.OTHER;
import static be.kruispunt.model.cases.Play.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.BusinessProcess.Parties;
import be.kruispunt.model.cases.BusinessProcess.Reply;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.CaseRules.Attempt;
import be.kruispunt.model.cases.Permission.Allowed;
import be.kruispunt.model.cases.Permission.NotYet;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.CaseLink;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every process of the catalogue, walked as the catalogue says. */
class CatalogueWalkTest {
    private static final ProcessCatalogue CATALOGUE = ProcessCatalogue.standard();
    private static final JsonNode FACTS = facts();
    private static final int STEPS = 8;

    static List<String> everyProcess() {
        return CATALOGUE.ids().stream().sorted().toList();
    }

    static List<String> fromTheCatalogue() {
        return new TreeSet<>(CatalogueFiles.asMap(FACTS).keySet()).stream().toList();
    }

    private static JsonNode facts() {
        try {
            return CatalogueFiles.catalogue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BusinessProcess process(String id) {
        return CATALOGUE.find(id).orElseThrow();
    }

    private static Play play(BusinessProcess process) {
        return process.parties() == Parties.TWO ? new Play(process, ONE) : new Play(process, ONE, OTHER);
    }

    private static List<InstitutionId> parties(Play play) {
        return play.file().participants().stream().map(Participant::institution).toList();
    }

    private static Play opened(BusinessProcess process, String starter) {
        Play play = play(process);
        play.send(OWNER, starter);
        return play;
    }

    /** Everything else that can be sent is sent, once, until nothing new can; and the act itself is kept for last. */
    private static Play untilOnlyThisIsLeft(BusinessProcess process, String starter, String last) {
        Play play = opened(process, starter);
        for (boolean moved = true; moved; ) {
            moved = false;
            for (InstitutionId by : parties(play)) {
                for (String act : process.acts(play.file().roleOf(by).orElseThrow())) {
                    if (!act.equals(last)
                            && play.file().events().stream().noneMatch(sent(by, act))
                            && play.ask(by, act).isAllowed()) {
                        play.send(by, act);
                        moved = true;
                    }
                }
            }
        }
        return play;
    }

    private static Predicate<Event> sent(InstitutionId by, String act) {
        return event -> event.by().equals(by) && event.act().equals(act);
    }

    @ParameterizedTest
    @MethodSource("everyProcess")
    void everyActCanBeSent_byEachRoleThatHasIt(String id) {
        BusinessProcess process = process(id);
        var sent = new HashMap<CaseRole, Set<String>>();
        for (String starter : process.starters()) {
            Play play = untilOnlyThisIsLeft(process, starter, "");
            play.file().events().forEach(event -> sent.computeIfAbsent(
                            play.file().roleOf(event.by()).orElseThrow(), none -> new HashSet<>())
                    .add(event.act()));
        }
        for (CaseRole role : CaseRole.values()) {
            assertThat(sent.getOrDefault(role, Set.of())).as(id + " " + role).isEqualTo(process.acts(role));
        }
    }

    @ParameterizedTest
    @MethodSource("everyProcess")
    void eachReplyPair_isWalked(String id) {
        BusinessProcess process = process(id);
        for (Reply reply : process.replies()) {
            Play play = process.starters().stream()
                    .map(starter -> untilOnlyThisIsLeft(process, starter, reply.answer()))
                    .filter(one -> one.file().acts().contains(reply.question()))
                    .findFirst()
                    .orElseGet(() -> untilOnlyThisIsLeft(
                            process, process.starters().iterator().next(), ""));
            boolean answered = false;
            for (Event question : List.copyOf(play.file().events())) {
                for (InstitutionId by : parties(play)) {
                    if (question.act().equals(reply.question())
                            && play.ask(by, reply.answer(), question) instanceof Allowed(Optional<Event> about)
                            && about.equals(Optional.of(question))) {
                        Event answer = play.send(
                                by, reply.answer(), Set.copyOf(play.file().others(by)), Optional.of(question));
                        assertThat(answer.about()).as(id + " " + reply).contains(question.ticket());
                        answered = true;
                    }
                }
            }
            assertThat(answered)
                    .as(id + " " + reply + " in " + play.file().acts())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("everyProcess")
    void anAnswerBeforeItsQuestion_isToldWhatMustComeFirst(String id) {
        BusinessProcess process = process(id);
        for (String starter : process.starters()) {
            Play play = opened(process, starter);
            for (String act : process.acts(CaseRole.COUNTERPARTY)) {
                Set<String> questions = process.questions(CaseRole.COUNTERPARTY, act);
                if (!questions.isEmpty() && !questions.contains(starter)) {
                    assertThat(play.ask(ONE, act)).as(id + " " + act).isEqualTo(new NotYet(questions));
                }
            }
        }
    }

    /** Random walks with a fixed seed; at each state every participant tries everything that there is. */
    @ParameterizedTest
    @MethodSource("fromTheCatalogue")
    void atEachState_everythingIsTried_andTheReasonIsTheCatalogues(String id) {
        BusinessProcess process = process(id);
        JsonNode facts = FACTS.path(id);
        var random = new Random(id.hashCode());
        var tried = new TreeSet<>(Administrative.CODES);
        tried.addAll(Set.of("U1", "BL1-A", "X050", "A001", "H001", "S040", "P2000"));
        tried.addAll(process.acts(CaseRole.CASE_OWNER));
        tried.addAll(process.acts(CaseRole.COUNTERPARTY));
        List<String> starters = new TreeSet<>(process.starters()).stream().toList();
        Play play = opened(process, starters.get(random.nextInt(starters.size())));
        for (int step = 0; step < STEPS; step++) {
            var moves = new ArrayList<Map.Entry<InstitutionId, String>>();
            var judge = new Judge(facts, play.file().events());
            for (InstitutionId by : parties(play)) {
                for (String act : tried) {
                    Permission permission = play.ask(by, act);
                    if (!permission.getClass().getSimpleName().equals(judge.reason(by, act))) {
                        throw new AssertionError(act + " from " + by + ": " + permission + " and not "
                                + judge.reason(by, act) + " in " + play.file().events());
                    }
                    if (permission.isAllowed() && !Administrative.CHANGE_PARTICIPANTS.contains(act)) {
                        moves.add(Map.entry(by, act));
                    }
                }
            }
            if (moves.isEmpty()) {
                break; // everything was sent that this process has
            }
            Map.Entry<InstitutionId, String> move = moves.get(random.nextInt(moves.size()));
            play.send(move.getKey(), move.getValue());
        }
    }

    /** What two of them exchange must not show in what the third may do. */
    @Test
    void whatOthersExchange_changesNothingForAThird() {
        for (String id : fromTheCatalogue()) {
            BusinessProcess process = process(id);
            if (process.parties() == Parties.TWO) {
                continue;
            }
            var random = new Random(id.hashCode());
            Play play = opened(
                    process, process.starters().stream().sorted().findFirst().orElseThrow());
            for (int step = 0; step < STEPS; step++) {
                InstitutionId by = parties(play).get(random.nextInt(3));
                InstitutionId to = play.file().others(by).get(random.nextInt(2));
                List<String> acts = process.everyAct(play.file().roleOf(by).orElseThrow()).stream()
                        .filter(act -> !Administrative.CONCERN_ALL.contains(act))
                        .filter(act -> play.rules()
                                .ask(play.file(), new Attempt(by, act, Set.of(to), CaseLink.NONE))
                                .isAllowed())
                        .toList();
                if (!acts.isEmpty()) {
                    play.send(by, acts.get(random.nextInt(acts.size())), Set.of(to), Optional.empty());
                }
                for (InstitutionId viewer : parties(play)) {
                    assertThat(play.next(viewer)).as(id).isEqualTo(play.rules().next(play.asSeenBy(viewer), viewer));
                }
            }
        }
    }
}
