package be.kruispunt.hub.command;

import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentSigner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub sign FILE --as INSTITUTION --out FILE}. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Signs a message as an institution whose keys are in the data folder (XAdES-BASELINE-B).",
        footerHeading = "%nExamples:%n",
        footer = {"  hub sign u1.xml --as LU:0053 --out signed.xml", "  hub sign u1.xml --as LU:0053 | hub verify -"})
final class SignCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "an unsigned message; - for standard input")
    private Path file = Path.of("-");

    @Option(names = "--as", required = true, paramLabel = "INSTITUTION", description = "such as LU:0053")
    private String as = "";

    @Option(names = "--out", paramLabel = "FILE", description = "where to write; default: standard output")
    private Path target = Path.of("-");

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        InstitutionId signer = data.institution(as);
        try {
            byte[] signed = sign(data, signer, Xml.read(file));
            DocumentOut.write(out, target, signed, Map.of("outcome", "signed", "signer", signer.value()));
            return Exit.SUCCESS.code();
        } catch (Unreadable e) {
            return Documents.refuseBeside(out, e.refusal());
        }
    }

    static byte[] sign(DataOption data, InstitutionId signer, byte[] xml) throws Unreadable {
        var documents = data.documents();
        IncomingDocument document = documents.read(xml);
        new DocumentSigner(data.identity(signer), CryptoProviders.best(), InstantSource.system()).sign(document.dom());
        return documents.writer().serialise(document.dom());
    }
}
