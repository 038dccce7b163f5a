package be.kruispunt.hub.demo;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.RightsAnswerContent;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.hub.view.LineTexts;
import be.kruispunt.hub.view.LossReports;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.trust.VerifiedSignature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The readable account of the demonstration, which also notes what did not go as it should. */
final class Account {
    private final Lines out;
    private final MessageReader reader = new MessageReader(DocumentCatalogue.standard(), Limits.OF_WHAT_THE_HUB_SENDS);
    private final DocumentVerifier verifier;
    private final Set<String> told = new HashSet<>();
    private int chapters;
    private int receipts;
    private int letters;
    private int refusals;
    private int surprises;

    Account(Lines out, TrustFolder trust) {
        this.out = out;
        this.verifier = new DocumentVerifier(trust.trustStore(), CryptoProviders.best());
    }

    boolean isAsExpected() {
        return surprises == 0;
    }

    void chapter(String title) {
        out.print("");
        out.print(++chapters + ". " + title);
    }

    Mail.Receipt receipt(InstitutionId at, Mail mail) {
        if (!(mail instanceof Mail.Receipt receipt)) {
            if (mail instanceof Mail.Refusal refusal) {
                show(refusal);
            }
            throw new IllegalStateException("a receipt was expected at " + at);
        }
        receipts++;
        line(at, "receipt: ticket " + receipt.content().ticket() + signature(mail));
        receipt.content().deliveries().forEach(delivery -> {
            line(at, "  goes to " + delivery.receiver() + " as " + delivery.type());
            delivery.loss().ifPresent(loss -> loss(at, loss));
        });
        receipt.content().lines().map(LineTexts::of).orElse(List.of()).forEach(text -> line(at, "  " + text));
        receipt.content().warnings().forEach(w -> line(at, "  warning " + w.code() + ": " + w.message()));
        return receipt;
    }

    /** In full the first time, and as a count afterwards: the same form loses the same boxes. */
    private void loss(InstitutionId at, LossSummary loss) {
        List<String> lines = LossReports.lines(loss);
        boolean first = told.add(loss.from() + " " + loss.to());
        (first ? lines : lines.subList(0, 1)).forEach(text -> line(at, "    " + text));
    }

    void letter(InstitutionId at, String code, Optional<Mail.Letter> letter) {
        if (letter.isEmpty() || !letter.get().header().type().code().equals(code)) {
            surprise(at, "a " + code + " was expected and did not come");
            return;
        }
        letters++;
        var header = letter.get().header();
        line(at, "received: " + header.type() + " from " + header.sender() + signature(letter.get()));
        header.provenance()
                .filter(p -> !p.original().equals(header.type()))
                .ifPresent(p -> line(at, "  which the sender wrote as " + p.original()));
    }

    /** An answer for rights, as it was read, to a question about one customer. */
    void rights(InstitutionId at, Optional<RightsAnswerContent> content, Entitlement expected) {
        if (content.isEmpty()) {
            surprise(at, "an answer for rights was expected");
            return;
        }
        for (RightAnswer answer : content.get().answers()) {
            line(
                    at,
                    "  " + content.get().scheme() + " for " + answer.customer() + ": " + answer.entitlement()
                            + answer.from().map(day -> " from " + day).orElse("")
                            + answer.until().map(day -> " until " + day).orElse(""));
            if (answer.entitlement() != expected) {
                surprise(at, "expected was " + expected);
            }
        }
    }

    void refusal(InstitutionId at, Mail mail, RefusalCode expected) {
        if (!(mail instanceof Mail.Refusal refusal)) {
            surprise(at, expected + " was expected, and a receipt came");
            return;
        }
        refusals++;
        line(at, "refused: " + refusal.content().refusal().code() + signature(mail));
        show(refusal);
        if (refusal.content().refusal().code() != expected) {
            surprise(at, "expected was " + expected);
        }
    }

    /** What somebody says beside the mail. */
    void says(String who, String text, boolean expected) {
        if (!expected) {
            surprises++;
        }
        out.print("  %s  %-15s %s".formatted(expected ? " " : "!", who, text));
    }

    private void show(Mail.Refusal refusal) {
        var content = refusal.content().refusal();
        out.print("                    " + content.code().meaning() + ": " + content.detail());
        content.findings()
                .forEach(f -> out.print("                    " + f.code()
                        + (f.box().isEmpty() ? "" : " box " + f.box()) + ": " + f.message()));
    }

    void sameAgain(Mail first, Mail second) {
        if (Arrays.equals(first.xml(), second.xml())) {
            out.print("     sent again      the first answer came again, byte for byte; nothing was delivered twice");
        } else {
            surprises++;
            out.print("  !  sent again      another answer came");
        }
    }

    private String signature(Mail mail) {
        try {
            VerifiedSignature signature =
                    verifier.verify(reader.read(mail.xml()).dom(), Instant.now());
            return ", signed by the hub " + signature.signer();
        } catch (NotVerified | Unreadable e) {
            surprises++;
            return ", WITH A SIGNATURE THAT DOES NOT HOLD";
        }
    }

    private void line(InstitutionId at, String text) {
        out.print("     %-15s %s".formatted(at, text));
    }

    private void surprise(InstitutionId at, String text) {
        surprises++;
        out.print("  !  %-15s %s".formatted(at, text));
    }

    void sumUp() {
        out.print("");
        out.print(receipts + " receipts, " + letters + " documents delivered, " + refusals + " refusals; "
                + (surprises == 0 ? "everything as it should be." : surprises + " SURPRISE(S), marked with !"));
    }
}
