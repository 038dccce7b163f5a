package be.kruispunt.hub.door;

import static be.kruispunt.hub.door.TestHub.NEWCOMER;
import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.Queues;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party.Mail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An institution that is registered while the hub is at work. */
@ExtendWith(SharedHub.class)
class NewcomerTest {
    private final Door door;

    NewcomerTest(Door door) {
        this.door = door;
    }

    /** What comes before its queue is there waits for it: a second, no more. */
    @Test
    void itsQueueIsThereByItself_andADocumentForItArrives() {
        var writer = door.store().registerWriter();
        writer.putInstitutions(List.of(TestHub.counterparty(NEWCOMER, "Newcomer", DocumentCatalogue.U1_1_0)));
        writer.putAuthorisations(List.of(TestHub.withoutIntegration("T/004", ADEM, NEWCOMER, "U1")));

        door.party(ADEM).send(door.messages().signed(Kind.U1, Envelope.to(ADEM, NEWCOMER, "PD_U1", UNEMPLOYMENT)));

        assertThat(door.next(ADEM)).isInstanceOf(Mail.Receipt.class);
        assertThat(door.hub().hub().broker().orElseThrow().queueDepth(Queues.out(NEWCOMER)))
                .isEqualTo(1);
        door.nothingElseMoved();
    }
}
