package be.kruispunt.model.cases;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RenewalsTest {
    private static final InstitutionId ADEM = InstitutionId.of("LU:0053");
    private static final InstitutionId CNS = InstitutionId.of("LU:0021");
    private static final InstitutionId RVA = InstitutionId.of("BE:0206737484");
    private static final Set<String> ANSWERS = Set.of("U002", "U004");
    private static final Optional<Ticket> NOTHING = Optional.empty();

    private final List<Event> events = new ArrayList<>();
    private final Optional<Ticket> question = sent("U001", RVA, ADEM, NOTHING);

    private Optional<Ticket> sent(String act, InstitutionId by, InstitutionId to, Optional<Ticket> about) {
        var ticket = new Ticket(UUID.randomUUID());
        events.add(new Event(ticket, act, by, Set.of(to), about, Instant.EPOCH));
        return Optional.of(ticket);
    }

    private Ticket answer(String act, Optional<Ticket> about) {
        return sent(act, ADEM, RVA, about).orElseThrow();
    }

    private Renewals renewals() {
        var file = new CaseFile(
                new CaseId(UUID.randomUUID()),
                "UB_BUC_01",
                RVA,
                List.of(
                        new Participant(RVA, CaseRole.CASE_OWNER),
                        new Participant(ADEM, CaseRole.COUNTERPARTY),
                        new Participant(CNS, CaseRole.COUNTERPARTY)),
                Set.of(),
                events,
                Map.of(),
                Optional.empty(),
                events.size());
        return Renewals.of(file, ADEM, RVA);
    }

    private List<Ticket> lastWords() {
        return renewals().lastWords(ANSWERS).stream().map(Event::ticket).toList();
    }

    @Test
    void anUpdate_saysAgainWhatItNames_orWhatItAnswers() {
        Ticket first = answer("U002", question);
        Ticket second = answer("U002", Optional.of(first));
        Ticket third = answer("U002", question);
        Ticket other = answer("U004", NOTHING);
        assertThat(lastWords()).containsExactly(other, third);
        assertThat(renewals().isSaidBy(List.of(second), first)).isTrue();
        assertThat(renewals().isSaidBy(List.of(third), second)).isTrue();
        assertThat(renewals().isSaidBy(List.of(third), third)).isTrue();
        assertThat(renewals().isSaidBy(List.of(first), third))
                .as("the older one")
                .isFalse();
        assertThat(renewals().isSaidBy(List.of(other), third)).as("another act").isFalse();
    }

    @Test
    void anAnswerToAnotherQuestion_saysSomethingElse() {
        Ticket first = answer("U002", question);
        Ticket second = answer("U002", sent("U001", RVA, ADEM, question));
        assertThat(lastWords()).containsExactly(second, first);
        assertThat(renewals().isSaidBy(List.of(second), first)).isFalse();
        assertThat(renewals().latest("U002")).map(Event::ticket).contains(second);
    }

    @Test
    void whatWasTakenBack_isNotTheLatest_andCountsAsUndone() {
        Ticket first = answer("U002", question);
        Ticket second = answer("U002", Optional.of(first));
        answer("X008", Optional.of(second));
        assertThat(renewals().latest("U002")).isEmpty();
        assertThat(renewals().isUndone(first)).isTrue();
        assertThat(lastWords()).containsExactly(second);

        Ticket again = answer("U002", question);
        assertThat(renewals().latest("U002")).map(Event::ticket).contains(again);
        assertThat(renewals().isUndone(again)).isFalse();
    }

    @Test
    void whatWasSentToAnother_wasNotTold() {
        Ticket elsewhere = sent("U002", ADEM, CNS, question).orElseThrow();
        assertThat(renewals().latest("U002")).isEmpty();
        assertThat(lastWords()).isEmpty();
        assertThat(renewals().isUndone(elsewhere)).isFalse();
        assertThat(renewals().isSaidBy(List.of(), elsewhere)).isFalse();
    }
}
