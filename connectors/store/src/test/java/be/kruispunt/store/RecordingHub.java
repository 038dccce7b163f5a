package be.kruispunt.store;

import be.kruispunt.store.RecordEntry.Taken;
import java.nio.file.Path;
import java.util.List;

/** A program that records without end and tells each ticket after it was recorded; made to be killed. */
final class RecordingHub {
    private RecordingHub() {}

    public static void main(String[] arguments) {
        Store store = Store.open(StoreSettings.embedded(Path.of(arguments[0]), 2));
        while (store.isAvailable()) {
            Taken entry = Samples.taken();
            store.record(List.of(entry), List.of());
            System.out.println(entry.ticket());
        }
    }
}
