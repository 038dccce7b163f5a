package be.kruispunt.buffer;

import static be.kruispunt.model.outcome.RefusalCode.NOT_YOUR_CUSTOMER;
import static be.kruispunt.model.outcome.RefusalCode.STATUS_NOT_AUTHORISED;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.RightsAnswerContent;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.store.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final Effect EFFECT = (connection, ticket, at) -> {};

    /** Otherwise its source would count as having reported, and answers as fresher than they are. */
    @Test
    void aReportNoneOfWhoseLinesHolds_changesNothing() {
        var lines = new Lines("StatusLine", 2);
        lines.refuse(0, STATUS_NOT_AUTHORISED);
        lines.refuse(1, STATUS_NOT_AUTHORISED);
        assertThat(lines.decision(EFFECT))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.effect())
                        .isSameAs(Effect.NONE));
    }

    @Test
    void aReportOfWhichALineHolds_changesWhatThatSays() {
        var lines = new Lines("StatusLine", 2);
        lines.refuse(0, STATUS_NOT_AUTHORISED);
        assertThat(lines.decision(EFFECT))
                .isInstanceOfSatisfying(Decision.Taken.class, taken -> assertThat(taken.effect())
                        .isSameAs(EFFECT));
    }

    /** A question about strangers alone is counted. */
    @Test
    void aQuestionNoneOfWhoseLinesHolds_isRecordedAllTheSame() {
        var lines = new Lines("Customer", 1);
        lines.refuse(0, NOT_YOUR_CUSTOMER);
        var answer = new RightsAnswerContent(
                new InstanceId(UUID.randomUUID()),
                SchemeCode.of("ENERGY_SOCIAL_TARIFF"),
                LocalDate.of(2026, 11, 26),
                List.of());
        assertThat(lines.decision(EFFECT, List.of(), answer))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.effect())
                        .isSameAs(EFFECT));
    }
}
