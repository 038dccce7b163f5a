package be.kruispunt.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;

/** What prefixes stand for at a place of a tree, for whoever walks through it. */
final class Prefixes {
    private final List<Declared> declared = new ArrayList<>();
    private final Map<String, Declared> byPrefix = new HashMap<>();

    Prefixes() {
        declare("xml", XMLConstants.XML_NS_URI);
        declare("", "");
    }

    /** {@code outer}: what the prefix stood for before. */
    private record Declared(String prefix, String namespace, @Nullable Declared outer) {}

    /** What a prefix stands for; null where nothing declares it. */
    @Nullable
    String find(String prefix) {
        Declared found = byPrefix.get(prefix);
        return found == null ? null : found.namespace;
    }

    void declare(String prefix, String namespace) {
        var one = new Declared(prefix, namespace, byPrefix.get(prefix));
        byPrefix.put(prefix, one);
        declared.add(one);
    }

    /** Where the walk is, to come {@linkplain #backTo back to}. */
    int place() {
        return declared.size();
    }

    /** Takes back what was declared since. */
    void backTo(int place) {
        while (declared.size() > place) {
            Declared last = declared.removeLast();
            if (last.outer == null) {
                byPrefix.remove(last.prefix);
            } else {
                byPrefix.put(last.prefix, last.outer);
            }
        }
    }
}
