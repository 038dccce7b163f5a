package be.kruispunt.hub.command;

import be.kruispunt.evidence.NotIncluded;
import be.kruispunt.store.AnswerProof;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights verify-proof FILE}. */
@Command(
        name = "verify-proof",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a proof that hub rights answer --proof wrote, and needs nothing else for it: that the answer, and"
                    + " the question it answers, stand under",
            "the root in it. That this is the root which the hub recorded is for --root to say, as an auditor read it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights verify-proof answer.json",
            "  hub rights verify-proof answer.json --root"
                    + " 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        })
final class RightsVerifyProofCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the proof; - for standard input")
    private Path file = Path.of("-");

    @Option(names = "--root", paramLabel = "HEX", description = "the root that it must be of")
    private String root = "";

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() throws Exception {
        AnswerProof proof = ProofFile.read(Xml.read(file));
        String found = proof.root().toString();
        if (!root.isEmpty() && !root.equalsIgnoreCase(found)) {
            return refused("it is of another root: " + found);
        }
        try {
            proof.verify();
        } catch (NotIncluded e) {
            return refused(String.valueOf(e.getMessage()));
        }
        out.line("holds, under the root " + found);
        proof.entries()
                .forEach(entry -> out.line("  "
                        + entry.text().orElse("what was said is kept no more; the hash of its text: " + entry.leaf())));
        out.json(Map.of("holds", true, "root", found));
        return Exit.SUCCESS.code();
    }

    private int refused(String why) {
        out.line("does not hold: " + why);
        var json = new LinkedHashMap<String, Object>();
        json.put("holds", false);
        json.put("why", why);
        out.json(json);
        return Exit.NEGATIVE.code();
    }
}
