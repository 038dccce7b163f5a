package be.kruispunt.translation.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A path of the target, walked while it is written.
 *
 * @param pick chooses among those that are there of the first element that repeats; null where none must be chosen
 */
record Way(Path path, @Nullable Picker pick) {
    /** Where it starts. */
    private Spot start(Context context, Run run) {
        return path.absolute() ? run.targets().root(path.steps().getFirst().name()) : context.target();
    }

    private List<Path.Step> steps() {
        return path.absolute() ? path.steps().subList(1, path.steps().size()) : path.steps();
    }

    /** The element at the end, new where it repeats; empty where the hook chooses none. */
    Optional<Spot> open(Source source, Context context, Run run) {
        return walk(source, context, run, steps().size());
    }

    private Optional<Spot> walk(Source source, Context context, Run run, int end) {
        Spot at = start(context, run);
        boolean picked = false;
        for (int i = 0; i < end; i++) {
            Path.Step step = steps().get(i);
            boolean last = i == steps().size() - 1;
            boolean repeated =
                    Objects.requireNonNull(at.shape().child(step.name())).isRepeated();
            if (repeated && !picked && pick != null) {
                picked = true;
                Optional<Spot> chosen = chosen(source.element(), at.all(step.name()));
                if (chosen.isEmpty()) {
                    return chosen;
                }
                at = chosen.get();
            } else {
                at = repeated && (last || step.mark() != null) ? at.add(step.name()) : at.open(step.name());
                mark(step, at);
            }
        }
        return Optional.of(at);
    }

    private Optional<Spot> chosen(Element source, List<Spot> spots) {
        OptionalInt index = Objects.requireNonNull(pick)
                .pick(source, spots.stream().map(Spot::element).toList());
        return index.isPresent() ? Optional.of(spots.get(index.getAsInt())) : Optional.empty();
    }

    private static void mark(Path.Step step, Spot spot) {
        if (step.mark() != null) {
            Spot at = spot;
            for (String name : step.mark().split("/", -1)) {
                at = at.open(name);
            }
            at.element().setTextContent(step.value());
        }
    }

    /**
     * Writes a value at the end.
     *
     * @return where it stands; empty where another value stands there, which has no room beside it
     */
    Optional<String> write(Source source, Context context, Run run, String value) {
        String attribute = path.attribute();
        if (attribute != null) {
            return walk(source, context, run, steps().size()).map(holder -> {
                holder.element().setAttributeNS(null, attribute, value);
                return holder.path() + "/@" + attribute;
            });
        }
        if (steps().isEmpty()) {
            start(context, run).element().setTextContent(value);
            return Optional.of(start(context, run).path());
        }
        String name = steps().getLast().name();
        return walk(source, context, run, steps().size() - 1).flatMap(holder -> write(holder, name, value));
    }

    private static Optional<String> write(Spot holder, String name, String value) {
        boolean repeated = Objects.requireNonNull(holder.shape().child(name)).isRepeated();
        Optional<Spot> there = repeated ? Optional.empty() : holder.last(name);
        if (there.isPresent()) {
            return there.filter(leaf -> leaf.element().getTextContent().equals(value))
                    .map(Spot::path);
        }
        Spot leaf = holder.add(name);
        leaf.element().setTextContent(value);
        return Optional.of(leaf.path());
    }

    /** Whether the document that it leads into is written: a further document is, where there is something to say in it. */
    boolean isThere(Run run) {
        return !path.absolute() || run.targets().has(path.steps().getFirst().name());
    }

    /** Whether something stands at the end. */
    boolean isFilled(Context context, Run run) {
        if (path.attribute() != null) {
            return !start(context, run).element().getAttribute(path.attribute()).isEmpty();
        }
        return found(context, run).findAny().isPresent();
    }

    /** Everything that stands at the end, on every way there. */
    Stream<Spot> found(Context context, Run run) {
        Stream<Spot> at = Stream.of(start(context, run));
        for (Path.Step step : steps()) {
            at = at.flatMap(spot -> spot.all(step.name()).stream());
        }
        return at;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
