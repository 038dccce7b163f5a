package be.kruispunt.hub.command;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub send FILE --as INSTITUTION}. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a message to the running hub as an institution.",
            "The answer comes into the institution's inbox: hub inbox --as INSTITUTION."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub send u1.xml --as LU:0053 --sign",
            "  hub send signed.xml --as LU:0053 --json",
            "  hub sign u1.xml --as LU:0053 | hub send - --as LU:0053"
        })
final class SendCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "a message; - for standard input")
    private Path file = Path.of("-");

    @Option(names = "--as", required = true, paramLabel = "INSTITUTION", description = "such as LU:0053")
    private String as = "";

    @Option(names = "--sign", description = "sign the message first; default: send the bytes as they are")
    private boolean sign;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        InstitutionId sender = data.institution(as);
        try {
            byte[] xml = Xml.read(file);
            byte[] message = sign ? SignCommand.sign(data, sender, xml) : xml;
            try (InstitutionClient client = data.connect(sender)) {
                client.send(message);
            }
            String digest = Digest.of(message).hex();
            out.line("the broker has it: sha256 " + digest);
            out.line("  its answer: " + data.hint("inbox", "--as", sender.value()));
            out.line("  its path:   " + data.hint("trace", "--digest", digest));
            var answer = new LinkedHashMap<String, Object>();
            answer.put("outcome", "sent");
            answer.put("sha256", digest);
            out.json(answer);
            return Exit.SUCCESS.code();
        } catch (Unreadable e) {
            return Documents.refuse(out, e.refusal());
        }
    }
}
