package be.kruispunt.hub.command;

import be.kruispunt.hub.HubTrust;
import be.kruispunt.trust.DemonstrationAuthority;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub trust}. */
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        description = "Lists the revocation lists that count, and what of lists and of the hub's certificates has to be"
                + " seen to; that is a negative answer.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub trust", "  hub trust --renew-list"})
final class TrustCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--renew-list", description = "issue the list of the demonstration's authority anew, for a year")
    private boolean renew;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        if (renew) {
            renew();
        }
        HubTrust trust = HubTrust.read(data.settings(), data.initialised());
        List<String> lists = trust.store().describe();
        List<String> concerns = trust.concerns(Instant.now());
        lists.forEach(out::line);
        concerns.forEach(concern -> out.line("see to: " + concern));
        out.json(Map.of("lists", lists, "concerns", concerns));
        return concerns.isEmpty() ? Exit.SUCCESS.code() : Exit.NEGATIVE.code();
    }

    private void renew() {
        if (!Files.exists(data.trust().authority())) {
            throw new WrongUse("the key of the authority is not in this folder; docs/operate/trust.md tells how another"
                    + " authority renews its list");
        }
        DemonstrationAuthority.open(data.trust(), InstantSource.system()).renewRevocationList();
    }
}
