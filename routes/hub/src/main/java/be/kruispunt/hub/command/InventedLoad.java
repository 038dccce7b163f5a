package be.kruispunt.hub.command;

import be.kruispunt.buffer.DeriveEverybody;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.population.Population;
import be.kruispunt.hub.sample.population.PopulationLoad;
import be.kruispunt.hub.sample.population.PopulationLoad.Loaded;
import be.kruispunt.hub.sample.population.PopulationRegister;
import be.kruispunt.hub.text.Progress;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.Store;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts invented people into the buffer store. */
record InventedLoad(DataOption data, Output out, long seed) {
    Exit load(Population people) {
        Settings settings = data.settings();
        if (!Files.exists(data.trust().authority())) {
            throw new WrongUse("this hub is one for real: invented people are put only into one that init made with a"
                    + " demonstration authority");
        }
        try (Store store = Store.attach(settings.store(data.initialised()))) {
            requireNobodyReal(store);
            load(store, settings, people);
            return Exit.SUCCESS;
        }
    }

    private static void requireNobodyReal(Store store) {
        var others = new TreeSet<>(store.rights().audit().sources().keySet());
        others.removeAll(PopulationRegister.sources());
        if (!others.isEmpty()) {
            throw new WrongUse("invented people are not mixed with others, and here has reported: "
                    + others.stream().map(InstitutionId::value).collect(Collectors.joining(", ")));
        }
    }

    private void load(Store store, Settings settings, Population people) {
        PopulationRegister.write(store.registerWriter(), settings.hub());
        Progress progress = out.progress();
        Loaded loaded =
                new PopulationLoad(store, "population " + seed).load(people, told -> progress.at(() -> words(told)));
        DeriveEverybody.Progress derived = new DeriveEverybody(store.rights(), settings.schemes())
                .derive(told -> progress.at(told.persons(), loaded.persons()));
        out.line(words(loaded));
        out.line("derived %,d person(s), %,d row(s) of rights changed".formatted(derived.persons(), derived.changed()));
        var json = new LinkedHashMap<String, Object>();
        json.put("persons", loaded.persons());
        json.put("entitled", loaded.entitled());
        json.put("statuses", loaded.statuses());
        json.put("customers", loaded.customers());
        json.put("derived", derived.persons());
        json.put("changed", derived.changed());
        out.json(json);
    }

    private static String words(Loaded loaded) {
        return "%,d persons in households, %,d of them entitled, %,d statuses, %,d customers"
                .formatted(loaded.persons(), loaded.entitled(), loaded.statuses(), loaded.customers());
    }
}
