package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.SIGNATURE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.Digest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One authority's revocation list is late: what it certified waits, everybody else goes on. */
@ExtendWith(SharedHub.class)
@Tag("long")
class LateListTest {
    private final Door door;

    LateListTest(Door door) {
        this.door = door;
    }

    @Test
    void onlyWhatItsAuthorityCertifiedWaits_untilAListIsThere() {
        SecondAuthority second = door.hub().keys().second();
        String text = door.messages().text(Kind.U1);
        byte[] waiting = door.messages().signed(second.identity(ADEM), text);
        byte[] nonsense = Messages.changed(waiting, "<amount>3412.50<", "<amount>9412.50<");

        door.party(ADEM).send(waiting);
        // The neighbours' answers come, the waiting one's does not; and a forged message does not wait.
        door.nothingElseMoved();
        door.refuses(UWV, door.messages().signed(ADEM, text), SENDER_MISMATCH);
        door.refuses(ADEM, nonsense, SIGNATURE_INVALID);

        second.publishACurrentList();

        Mail answer = door.next(ADEM);
        assertThat(answer).isInstanceOfSatisfying(Mail.Receipt.class, receipt -> assertThat(
                        receipt.content().received())
                .isEqualTo(Digest.of(waiting)));
        assertThat(door.next(RVA)).isInstanceOf(Mail.Letter.class);
    }
}
