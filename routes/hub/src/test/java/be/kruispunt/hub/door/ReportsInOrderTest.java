package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_RIGHTS;
import static be.kruispunt.model.outcome.RefusalCode.REPORT_OVERTAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.LineAnswers;
import be.kruispunt.documents.Samples;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.door.Reports.Line;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of what a source reports the later holds, also where a step broke on the earlier. */
@ExtendWith(SharedHub.class)
class ReportsInOrderTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    private final Door door;
    private final Reports reports;

    ReportsInOrderTest(Door door) {
        this.door = door;
        this.reports = new Reports(door.messages());
    }

    /** The batch breaks, and then the message by itself; it is recorded when it is tried again. */
    private static String breaksTwice(Envelope envelope) {
        return """
                create sequence breaks;
                create function break_twice() returns trigger language plpgsql security definer as $$
                begin
                    if new.instance = '%s' and nextval('breaks') <= 2 then
                        raise exception 'it breaks' using errcode = 'check_violation';
                    end if;
                    return new;
                end $$;
                create trigger breaks_twice before insert on message for each row execute function break_twice();
                """
                .formatted(envelope.instance());
    }

    @Test
    void aReportOnWhichAStepBroke_isStillBeforeTheOneThatFollowsIt() throws IOException, SQLException {
        Insz person = Samples.insz(6001);
        Envelope envelope = Envelope.to(CENTRES, Settings.defaults().hub(), "GSS", SOCIAL_RIGHTS);
        byte[] first = reports.of(envelope, List.of(Line.granted(person, "O-6001", MAY)));
        byte[] second = reports.of(Line.corrected(person, "O-6001", MAY.plusMonths(1)));
        try (Superuser superuser = Superuser.of(door.hub())) {
            superuser.execute(breaksTwice(envelope));
            door.party(CENTRES).send(first);
            door.party(CENTRES).send(second);
            assertTaken(first);
            assertTaken(second);
            superuser.execute("drop function break_twice cascade; drop sequence breaks");
        }
        door.nothingElseMoved();
    }

    private void assertTaken(byte[] report) {
        assertThat(door.next(CENTRES)).isInstanceOfSatisfying(Mail.Receipt.class, receipt -> {
            assertThat(receipt.content().received()).isEqualTo(Digest.of(report));
            assertThat(receipt.content().lines()).contains(new LineAnswers(1, new TreeMap<>()));
        });
    }

    @Test
    void aReportThatIsPutBackFromTheDeadLetters_doesNotUndoALaterOne() throws JMSException, IOException {
        Insz person = Samples.insz(6011);
        door.accepts(CENTRES, reports.of(Line.granted(person, "O-6011", MAY)));
        byte[] broken = reports.of(Line.corrected(person, "O-6011", MAY.plusMonths(1)));
        String letter = OperatorTest.deadLetter(door, CENTRES, broken);
        door.accepts(CENTRES, reports.of(Line.corrected(person, "O-6011", MAY.plusMonths(2))));

        OperatorTest.deadLetters(door, "--retry", letter);

        Refusal refusal = door.refused(CENTRES, REPORT_OVERTAKEN).content().refusal();
        assertThat(refusal.findings()).extracting(Finding::path).containsExactly("/StatusLine");
    }
}
