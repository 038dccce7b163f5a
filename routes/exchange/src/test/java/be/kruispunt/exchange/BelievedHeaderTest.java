package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.CNS;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.RVA;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.SIGNER_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.XmlReader;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.trust.GivenSignature;
import be.kruispunt.trust.VerifiedSignature;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom the broker authenticated, whom the header names, who signed: three, and they are one. */
class BelievedHeaderTest {
    private static Result<BelievedHeader> believed(Header header, InstitutionId signer, InstitutionId user) {
        VerifiedSignature signature = GivenSignature.by(
                signer, NOW, new XmlReader(Limits.STANDARD).emptyDocument().createElement("message"));
        return BelievedHeader.of(new ClaimedHeader(header), signature, user);
    }

    private static Header header(InstitutionId sender) {
        return Given.header(sender, "UB_BUC_01", Optional.empty());
    }

    private static Refusal refused(InstitutionId sender, InstitutionId signer, InstitutionId user) {
        Result<BelievedHeader> result = believed(header(sender), signer, user);
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<BelievedHeader>) result).refusal();
    }

    private static Header passed(Result<BelievedHeader> result) {
        assertThat(result).isInstanceOf(Result.Passed.class);
        return ((Result.Passed<BelievedHeader>) result).value().header();
    }

    @Test
    void whereAllThreeAreOne_theHeaderIsBelieved() {
        Header header = header(ADEM);
        assertThat(passed(believed(header, ADEM, ADEM))).isEqualTo(header);
    }

    @Test
    void twoOfThreeAreNotEnough() {
        assertThat(refused(ADEM, ADEM, CNS))
                .as("another hands it in")
                .isEqualTo(Refusal.of(SENDER_MISMATCH, "the header names " + ADEM + ", the broker user is " + CNS));
        assertThat(refused(CNS, ADEM, ADEM))
                .as("it names another")
                .isEqualTo(Refusal.of(SENDER_MISMATCH, "the header names " + CNS + ", the broker user is " + ADEM));
        assertThat(refused(ADEM, CNS, ADEM))
                .as("another signed it")
                .isEqualTo(Refusal.of(SIGNER_MISMATCH, "the header names " + ADEM + ", " + CNS + " signed"));
    }

    @Test
    void norAreThreeThatAllDiffer() {
        assertThat(refused(ADEM, CNS, RVA).code()).isEqualTo(SENDER_MISMATCH);
    }

    /** Only the hub says that; everything else is for the sender to say. */
    @Test
    void whereItCameFrom_isNotBelievedOfAnybody_andTheRestIs() {
        var provenance =
                new Provenance(new Ticket(UUID.randomUUID()), Digest.of(new byte[0]), DocumentCatalogue.U1_1_0);
        var link = new CaseLink(Optional.of(new Ticket(UUID.randomUUID())), Optional.of(CNS));
        var header = new Header(
                ADEM,
                List.of(RVA),
                DocumentCatalogue.U002_4_2,
                new InstanceId(UUID.randomUUID()),
                NOW,
                "UB_BUC_01",
                Optional.empty(),
                LegalContext.of("UNEMPLOYMENT_BENEFIT"),
                Optional.of(provenance),
                ZoneOffset.ofHours(1),
                link);
        assertThat(passed(believed(header, ADEM, ADEM))).isEqualTo(header.withoutProvenance());
        assertThat(header.withoutProvenance().provenance()).isEmpty();
    }
}
