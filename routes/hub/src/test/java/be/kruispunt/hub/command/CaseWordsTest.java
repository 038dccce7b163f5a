package be.kruispunt.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.hub.command.CaseWords.Language;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.Permission;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reasons in four languages; in English they are those of a refusal. */
class CaseWordsTest {
    private static final InstitutionId ADEM = InstitutionId.of("LU:0053");
    private static final Event U001 = new Event(
            new Ticket(UUID.randomUUID()),
            "U001",
            ADEM,
            Set.of(),
            Optional.empty(),
            Instant.parse("2026-11-26T09:00:00Z"));

    private static final List<Permission> REFUSALS = List.of(
            new Permission.NotInProcess("PD_U1"),
            new Permission.NotYours(Set.of(ADEM)),
            new Permission.NotYet(Set.of("U001", "U003")),
            new Permission.Closed(U001),
            new Permission.SentAlready(U001),
            new Permission.ShutOut(U001),
            new Permission.NotAbout("U002"),
            new Permission.NoSuchMove(),
            new Permission.NotToAll(Set.of(ADEM)));

    @Test
    void everyReasonIsHere() {
        assertThat(Permission.class.getPermittedSubclasses()).hasSize(REFUSALS.size() + 1);
    }

    @Test
    void inEnglish_theReasonIsThatOfTheRefusal() {
        var words = new CaseWords(Language.EN);
        assertThat(REFUSALS).allSatisfy(one -> assertThat(words.reason(one)).isEqualTo(one.reason()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageSaysEverything(Language language) {
        var words = new CaseWords(language);
        assertThat(REFUSALS)
                .allSatisfy(one -> assertThat(words.reason(one)).isNotBlank().doesNotContain("{"));
        assertThat(words.keys()).isEqualTo(new CaseWords(Language.EN).keys());
        for (CaseRole role : CaseRole.values()) {
            assertThat(words.say(role.name())).isNotBlank();
        }
    }
}
