package be.kruispunt.hub.bench;

import be.kruispunt.hub.sample.population.Page;
import be.kruispunt.hub.sample.population.PopulationRegister;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * About whom is asked: customers of each supplier, drawn evenly from all of them (reservoir sampling), with the numbers by which the
 * bare look-ups find the same persons. Kept in a file for the clients' process.
 */
final class RightsKeys {
    private static final int MOST = 50_000;

    /** A customer as his supplier and as PostgreSQL know him. */
    record Key(CustomerReference reference, Insz person) {
        private static Key of(String line) {
            String[] words = line.split(" ", -1);
            return new Key(CustomerReference.of(words[0]), Insz.of(words[1]));
        }

        private String line() {
            return reference.value() + " " + person.digits();
        }
    }

    private final LocalDate day;
    private final SplittableRandom random;
    private final Map<InstitutionId, List<Key>> keys = new HashMap<>();
    private final Map<InstitutionId, Integer> seen = new HashMap<>();

    /** Of those who are customers on this day. */
    RightsKeys(LocalDate day, long seed) {
        this.day = day;
        this.random = new SplittableRandom(seed);
    }

    /** Draws from a page of the population. */
    Page see(Page page) {
        page.customers().forEach((supplier, changes) -> changes.forEach(change -> see(supplier, change)));
        return page;
    }

    private void see(InstitutionId supplier, CustomerChange change) {
        if (change instanceof CustomerChange.Registered(Customer customer)
                && customer.shares()
                && customer.person().isPresent()
                && customer.valid().contains(day)) {
            int before = seen.merge(supplier, 1, Integer::sum) - 1;
            List<Key> drawn = keys.computeIfAbsent(supplier, any -> new ArrayList<>());
            var key = new Key(customer.reference(), customer.person().get());
            if (drawn.size() < MOST) {
                drawn.add(key);
            } else {
                int place = random.nextInt(before + 1);
                if (place < MOST) {
                    drawn.set(place, key);
                }
            }
        }
    }

    /** Of each supplier, in the order in which they were drawn. */
    List<Key> of(InstitutionId supplier) {
        return keys.getOrDefault(supplier, List.of());
    }

    void write(Path folder) throws IOException {
        for (InstitutionId supplier : PopulationRegister.suppliers()) {
            Files.write(
                    file(folder, supplier), of(supplier).stream().map(Key::line).toList());
        }
    }

    static List<Key> read(Path folder, InstitutionId supplier) throws IOException {
        return Files.readAllLines(file(folder, supplier)).stream().map(Key::of).toList();
    }

    private static Path file(Path folder, InstitutionId supplier) {
        return folder.resolve("keys-" + supplier.fileName());
    }
}
