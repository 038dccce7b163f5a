package be.kruispunt.hub.command;

import be.kruispunt.hub.sample.population.Population;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which invented people. */
final class PopulationOption {
    @Option(
            names = "--customers",
            paramLabel = "N",
            description = "how many customers the suppliers have; default: two and a half for each entitled person")
    private Optional<Long> customers = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "which people: the same number gives the same; default: 1")
    private long seed = 1;

    long seed() {
        return seed;
    }

    Population.Size size(long entitled) {
        try {
            return new Population.Size(entitled, customers.orElse(entitled * 5 / 2));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }

    Population of(long entitled) {
        return new Population(seed, size(entitled), LocalDate.now(ZoneId.of("Europe/Brussels")));
    }
}
