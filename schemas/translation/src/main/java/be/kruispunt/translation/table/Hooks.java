package be.kruispunt.translation.table;

import java.util.Map;

/** The hooks that tables name. */
public final class Hooks {
    private final Map<String, Picker> pickers;

    public Hooks(Map<String, Picker> pickers) {
        this.pickers = Map.copyOf(pickers);
    }

    Picker picker(String name) {
        Picker picker = pickers.get(name);
        if (picker == null) {
            throw new IllegalArgumentException("no hook " + name + "; there are " + pickers.keySet());
        }
        return picker;
    }
}
