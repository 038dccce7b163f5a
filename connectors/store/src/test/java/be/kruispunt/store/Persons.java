package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Invented people whom no other test knows. */
final class Persons {
    private static final AtomicInteger GIVEN = new AtomicInteger();
    private static final List<Insz> ALL = People.some(2_500).toList();

    private Persons() {}

    static List<Insz> next(int number) {
        int first = GIVEN.getAndAdd(number);
        return ALL.subList(first, first + number);
    }
}
