package be.kruispunt.hub.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.store.ReportKind;
import be.kruispunt.store.ReportStanding;
import be.kruispunt.store.RightsReport;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator hears of a report that does not go on. */
class ReportTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");
    private static final Optional<Instant> JUST = Optional.of(NOW.minusSeconds(1));
    private static final Optional<Instant> LONG_AGO = Optional.of(NOW.minus(Duration.ofHours(2)));
    private static final Optional<Instant> NEVER = Optional.empty();

    private static ReportStanding standing(
            Optional<Instant> latest, Optional<Instant> ended, Optional<Instant> delivered) {
        var report = new RightsReport(
                Ticket.next(NOW, new SecureRandom()),
                new RightsReport.Subject(
                        ReportKind.STATUSES, InstitutionId.of("BE:0999900150"), LegalContext.of("SOCIAL_RIGHTS")),
                new RightsReport.Source("november", Digest.of("a file".getBytes(UTF_8)), 5_000),
                new RightsReport.Grounds("26/100", 7),
                LONG_AGO.orElseThrow());
        return new ReportStanding(report, 2_000, 3, latest, ended, delivered);
    }

    @Test
    void aReportThatDoesNotGoOn_orIsNotTold_isSeenTo() {
        assertThat(ReportTexts.isStuck(standing(NEVER, NEVER, NEVER), NOW)).isTrue();
        assertThat(ReportTexts.isStuck(standing(LONG_AGO, NEVER, NEVER), NOW)).isTrue();
        assertThat(ReportTexts.isStuck(standing(JUST, NEVER, NEVER), NOW)).isFalse();
        assertThat(ReportTexts.isStuck(standing(LONG_AGO, LONG_AGO, NEVER), NOW))
                .isTrue();
        assertThat(ReportTexts.isStuck(standing(LONG_AGO, JUST, NEVER), NOW)).isFalse();
        assertThat(ReportTexts.isStuck(standing(LONG_AGO, LONG_AGO, JUST), NOW)).isFalse();
    }

    @Test
    void itIsSaid_howFarItCame_andWhatToLookAt() {
        assertThat(ReportTexts.text(standing(LONG_AGO, NEVER, NEVER), NOW))
                .isEqualTo("STATUSES november of BE:0999900150: 2000 of 5000 line(s), 3 not taken, under way, the last"
                        + " page at 2026-11-27T01:00:00Z; nothing since: does the hub run with batch.folder? its"
                        + " log says why (KP5110)");
        assertThat(ReportTexts.text(standing(LONG_AGO, LONG_AGO, NEVER), NOW))
                .endsWith("done, not told yet: may the hub write in its sender's folder?");
    }
}
