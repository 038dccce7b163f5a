package be.kruispunt.hub.command;

import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.VerifiedSignature;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hub verify FILE}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies the signature over a whole message with the trust store of the data folder.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub verify signed.xml", "  hub verify - --json < signed.xml"})
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "a signed message; - for standard input")
    private Path file = Path.of("-");

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        try {
            IncomingDocument document = data.documentsOfTheHub().read(Xml.read(file));
            var verifier = new DocumentVerifier(data.trust().trustStore(), CryptoProviders.best());
            return answer(document.header(), verifier.verify(document.dom(), Instant.now()));
        } catch (Unreadable e) {
            return Documents.refuse(out, e.refusal());
        } catch (NotVerified e) {
            return Documents.refuse(out, Refusal.of(e.code(), e.detail()));
        }
    }

    private int answer(Header header, VerifiedSignature signature) {
        String serial = signature.certificate().getSerialNumber().toString(16);
        out.line("verified: signed by " + signature.signer() + " at " + signature.signedAt());
        out.line("  certificate " + serial + ", valid until "
                + signature.certificate().getNotAfter().toInstant());
        out.line("  document " + header.type() + " from " + header.sender() + " to " + header.receivers());
        header.provenance().ifPresent(p -> {
            out.line("  made by the hub from " + p.original() + ", ticket " + p.ticket() + ", received sha256 "
                    + p.received());
            p.together()
                    .forEach(one ->
                            out.line("  together with ticket " + one.ticket() + ", received sha256 " + one.received()));
            p.replaces().ifPresent(one -> out.line("  in the place of the document with instance " + one));
        });
        var answer = new LinkedHashMap<String, Object>();
        answer.put("outcome", "verified");
        answer.put("signer", signature.signer().value());
        answer.put("signedAt", signature.signedAt().toString());
        answer.put("certificate", serial);
        answer.put("type", header.type().toString());
        answer.put("sender", header.sender().value());
        answer.put(
                "receivers", header.receivers().stream().map(Object::toString).toList());
        header.provenance().ifPresent(p -> {
            answer.put("ticket", p.ticket().toString());
            answer.put("receivedSha256", p.received().hex());
            answer.put("originalType", p.original().toString());
            if (!p.together().isEmpty()) {
                answer.put(
                        "togetherWith",
                        p.together().stream()
                                .map(one -> one.ticket().toString())
                                .toList());
            }
            p.replaces().ifPresent(one -> answer.put("replaces", one.toString()));
        });
        out.json(answer);
        return Exit.SUCCESS.code();
    }
}
