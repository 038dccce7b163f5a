package be.kruispunt.hub.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights load}. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "With FILE: takes a signed file by which a source or a supplier reports (NAME.csv, its signature"
                    + " NAME.csv.p7s), as if it lay",
            "in its maker's folder below batch.folder; receipt and result go there. Cut off and run again, it goes on"
                    + " with the next page,",
            "and so does a running hub. Lines that are not taken are a negative answer.",
            "With --population: puts invented people into the buffer store: households, statuses and customers, with"
                    + " valid check digits,",
            "and derives their rights. Only into a hub that init made with its demonstration authority, and into which"
                    + " nobody real has",
            "reported. The sources and suppliers that it invents are registered. Cut off and run again, it finds what"
                    + " it did as it is.",
            "A hub may be at work beside both. Progress goes to standard error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights load statuses.csv --from BE:0206737484",
            "  hub rights load --population 10000",
            "  hub rights load --population 2000000 --customers 5000000"
        })
final class RightsLoadCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "a file that reports: its first line is rights-statuses;1;PURPOSE, or rights-households or"
                    + " rights-customers")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "INSTITUTION",
            description =
                    "who must have signed FILE, one of these if it is given several times; default: anybody who may"
                            + " report")
    private List<String> from = List.of();

    @Option(
            names = "--population",
            paramLabel = "N",
            description = "how many persons have the social tariff for energy; most live with others")
    private long entitled;

    @Mixin
    private PopulationOption population = new PopulationOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() throws IOException {
        if (file.isPresent() == (entitled > 0)) {
            throw new WrongUse("a file that reports, or --population with a number of invented people: one of them");
        }
        Exit exit = file.isPresent()
                ? new ReportLoad(data, out).load(file.get(), from)
                : new InventedLoad(data, out, population.seed()).load(population.of(entitled));
        return exit.code();
    }
}
