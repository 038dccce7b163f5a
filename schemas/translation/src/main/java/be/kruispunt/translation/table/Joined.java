package be.kruispunt.translation.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values of many places that become one text, each different one on a line of its own, as far as there is room. */
final class Joined {
    private final Uses.Join use;
    private final Row.Join how;
    private final List<Source> sources = new ArrayList<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private int length;
    private Context context;

    Joined(Uses.Join use, Row.Join how, Context context) {
        this.use = use;
        this.how = how;
        this.context = context;
    }

    void add(Source source, Context from) {
        context = from;
        sources.add(source);
        String text = source.raw();
        int more = text.codePointCount(0, text.length()) + (texts.isEmpty() ? 0 : 1);
        if (!texts.contains(text) && length + more <= how.limit()) {
            texts.add(text);
            length += more;
        }
    }

    /** Writes the text, and accounts for what it was made of. */
    void write(Run run) {
        String target = use.to()
                .write(sources.getFirst(), context, run, String.join("\n", texts))
                .orElse("");
        for (Source source : sources) {
            if (target.isEmpty() || !texts.contains(source.raw())) {
                run.lost(use, source, how.full());
            } else if (texts.size() == 1) {
                run.carried(use, source, target);
            } else {
                run.changed(use, source, target, how.joined());
            }
        }
    }
}
