package be.kruispunt.hub.demo;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.CNS;
import static be.kruispunt.hub.sample.DemonstrationRegister.INSURER;
import static be.kruispunt.hub.sample.DemonstrationRegister.KNOWN_TO_BOTH;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.SICKNESS;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNKNOWN_TO_RECEIVER;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNKNOWN_TO_SENDER;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.Counter;
import be.kruispunt.hub.sample.Forms;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.trust.TrustFolder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.w3c.dom.Document;

/** The main story: what crosses the hub, and what does not. */
final class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<InstitutionId, Party> parties;
    private final Forms forms = new Forms(InstantSource.system());
    private final Account account;

    Story(Map<InstitutionId, Party> parties, TrustFolder trust, Lines out) {
        this.parties = parties;
        this.account = new Account(out, trust);
    }

    boolean isAsExpected() {
        return account.isAsExpected();
    }

    void sumUp() {
        account.sumUp();
    }

    /** Luxembourg reads U1, Belgium reads U002, and both write what they like; the first message's ticket. */
    Ticket unemployment() {
        account.chapter("A U1 from Luxembourg; the Belgian RVA reads U002");
        Mail answer = send(ADEM, u1(Envelope.to(ADEM, RVA, "PD_U1", UNEMPLOYMENT), KNOWN_TO_BOTH));
        Ticket ticket = account.receipt(ADEM, answer).content().ticket();
        letter(RVA, "U002");

        account.chapter("RVA asks for periods (U001), ADEM answers with a SED U002: one case of UB_BUC_01");
        CaseId asked = account.receipt(RVA, send(RVA, sed(Kind.U001, RVA, ADEM)))
                .content()
                .caseId();
        letter(ADEM, "U001");
        account.receipt(
                ADEM,
                send(
                        ADEM,
                        sed(
                                Kind.U002,
                                Envelope.to(ADEM, RVA, "UB_BUC_01", UNEMPLOYMENT)
                                        .in(asked))));
        letter(RVA, "U002");

        account.chapter("The other way round: ADEM asks, RVA answers with a U002, and ADEM reads a U1");
        CaseId other = account.receipt(ADEM, send(ADEM, sed(Kind.U001, ADEM, RVA)))
                .content()
                .caseId();
        letter(RVA, "U001");
        account.receipt(
                RVA,
                send(
                        RVA,
                        sed(
                                Kind.U002,
                                Envelope.to(RVA, ADEM, "UB_BUC_01", UNEMPLOYMENT)
                                        .in(other))));
        letter(ADEM, "U1");
        return ticket;
    }

    /** One form in three steps. */
    void sicknessForm() {
        account.chapter("A BL1: part A by the Luxembourg fund, part B by the Belgian insurer, box 10 by the fund");
        CaseId id = account.receipt(CNS, send(CNS, bl1(Kind.BL1_A, Envelope.to(CNS, INSURER, "BL1", SICKNESS))))
                .content()
                .caseId();
        letter(INSURER, "BL1");

        Document changed =
                bl1(Kind.BL1_B, Envelope.to(INSURER, CNS, "BL1", SICKNESS).in(id));
        Document altered = forms.fill(
                Kind.BL1_B, Envelope.to(INSURER, CNS, "BL1", SICKNESS).in(id), Map.of("Peeters", "Wagner"));
        account.refusal(INSURER, send(INSURER, altered), RefusalCode.EARLIER_BOX_CHANGED);
        account.receipt(INSURER, send(INSURER, changed));
        letter(CNS, "BL1");

        account.receipt(
                CNS,
                send(
                        CNS,
                        bl1(
                                Kind.BL1_10,
                                Envelope.to(CNS, INSURER, "BL1", SICKNESS).in(id))));
        letter(INSURER, "BL1");
        account.refusal(
                CNS,
                send(
                        CNS,
                        bl1(
                                Kind.BL1_10,
                                Envelope.to(CNS, INSURER, "BL1", SICKNESS).in(id))),
                RefusalCode.NOT_ALLOWED_NOW);
    }

    /** What the hub itself is told and asked. */
    void socialRights(InstitutionId hub, Counter counter) {
        new RightsStory(parties, hub, forms, account).tell(new CounterStory(counter, account));
    }

    /** What must not cross. */
    void refusals() {
        account.chapter("What is refused, and why");
        Envelope toRva = Envelope.to(ADEM, RVA, "PD_U1", UNEMPLOYMENT);
        byte[] signed = party(ADEM).sign(u1(toRva, KNOWN_TO_BOTH));
        String text = new String(signed, StandardCharsets.UTF_8);

        account.refusal(
                ADEM, send(ADEM, text.substring(0, 900).getBytes(StandardCharsets.UTF_8)), RefusalCode.MALFORMED);
        account.refusal(
                ADEM,
                send(
                        ADEM,
                        text.replaceFirst("UNEMPLOYMENT_BENEFIT", "SOMETHING_ELSE")
                                .getBytes(StandardCharsets.UTF_8)),
                RefusalCode.SIGNATURE_INVALID);
        account.refusal(UWV, send(UWV, signed), RefusalCode.SENDER_MISMATCH);
        account.refusal(
                ADEM, send(ADEM, party(UWV).sign(u1(fresh(toRva), KNOWN_TO_BOTH))), RefusalCode.SIGNER_MISMATCH);
        account.refusal(
                UWV,
                send(UWV, u1(Envelope.to(UWV, RVA, "PD_U1", UNEMPLOYMENT), KNOWN_TO_BOTH)),
                RefusalCode.NOT_AUTHORISED);
        account.refusal(
                ADEM,
                send(ADEM, u1(Envelope.to(ADEM, RVA, "PD_U1", LegalContext.of("TAX")), KNOWN_TO_BOTH)),
                RefusalCode.LEGAL_CONTEXT_NOT_ALLOWED);
        account.refusal(ADEM, send(ADEM, u1(fresh(toRva), UNKNOWN_TO_SENDER)), RefusalCode.SENDER_NOT_INTEGRATED);
        account.refusal(ADEM, send(ADEM, u1(fresh(toRva), UNKNOWN_TO_RECEIVER)), RefusalCode.RECEIVER_NOT_INTEGRATED);

        Mail first = send(ADEM, signed);
        account.receipt(ADEM, first);
        letter(RVA, "U002");
        account.sameAgain(first, send(ADEM, signed));
        account.refusal(ADEM, send(ADEM, u1(toRva, KNOWN_TO_BOTH)), RefusalCode.DUPLICATE_IDENTIFIER);
    }

    private static Envelope fresh(Envelope envelope) {
        return Envelope.to(envelope.from(), envelope.to().getFirst(), envelope.process(), envelope.legalContext());
    }

    private Document u1(Envelope envelope, Insz person) {
        return forms.fill(Kind.U1, envelope, Map.of(KNOWN_TO_BOTH.digits(), person.digits()));
    }

    private Document sed(Kind sample, InstitutionId from, InstitutionId to) {
        return sed(sample, Envelope.to(from, to, "UB_BUC_01", UNEMPLOYMENT));
    }

    private Document sed(Kind sample, Envelope envelope) {
        return forms.fill(sample, envelope, Map.of());
    }

    private Document bl1(Kind sample, Envelope envelope) {
        return forms.fill(sample, envelope, Map.of());
    }

    private Party party(InstitutionId id) {
        Party party = parties.get(id);
        if (party == null) {
            throw new IllegalArgumentException("not in this story: " + id);
        }
        return party;
    }

    private Mail send(InstitutionId from, Document document) {
        return party(from).exchange(document, PATIENCE);
    }

    private Mail send(InstitutionId from, byte[] xml) {
        return party(from).exchange(xml, PATIENCE);
    }

    private void letter(InstitutionId to, String code) {
        account.letter(to, code, party(to).letter(PATIENCE));
    }
}
