package be.kruispunt.translation.table;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.translation.table.Row.Fixed;
import be.kruispunt.translation.table.Row.FromHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rows do, each in one direction. */
final class Uses {
    private Uses() {}

    /**
     * A value goes over.
     *
     * @param codes each code with that of the target; empty where the value goes as it is
     * @param reason what is said where codes stand in between
     */
    record Carry(Guard guard, Way to, Map<String, String> codes, String reason, boolean takesAll) implements Use {
        @Override
        public boolean take(Source source, Context context, Run run) {
            if (!guard.lets(context.source(), context, run)) {
                return false;
            }
            String value = codes.isEmpty() ? source.raw() : codes.get(source.text());
            Optional<String> place = value == null ? Optional.empty() : to.write(source, context, run, value);
            place.ifPresent(target -> {
                if (codes.isEmpty()) {
                    run.carried(this, source, target);
                } else {
                    run.changed(this, source, target, reason);
                }
            });
            return place.isPresent();
        }
    }

    /**
     * An element for an element.
     *
     * @param once whether the target holds one only, and the source may hold more
     */
    record Group(Guard guard, Way to, Plan rows, boolean once, boolean takesAll) implements Use {
        @Override
        public boolean take(Source source, Context context, Run run) {
            if (!guard.lets(source.element(), context, run)) {
                return false;
            }
            Optional<Spot> spot = to.open(source, context, run).filter(at -> !once || run.first(this, at));
            spot.ifPresent(target -> {
                if (Elements.isLeaf(source.element()) && source.text().isEmpty()) {
                    run.carried(this, source, target.path());
                }
                rows.take(source, new Context(source.element(), target), run);
            });
            return spot.isPresent();
        }
    }

    /** A value is told by another element, which another row writes. */
    record Told(Guard guard, Way by, String reason) implements Use {
        @Override
        public boolean take(Source source, Context context, Run run) {
            if (!guard.lets(context.source(), context, run)) {
                return false;
            }
            String target =
                    by.found(context, run).findFirst().orElse(context.target()).path();
            run.changed(this, source, target, reason);
            return true;
        }
    }

    /** The target has no place for a value, nor for an element that says something by being there. */
    record Lost(Guard guard, String reason) implements Use {
        @Override
        public boolean take(Source source, Context context, Run run) {
            boolean value = source.attribute() != null || Elements.isLeaf(source.element());
            if (!value || !guard.lets(context.source(), context, run)) {
                return false;
            }
            if (!source.text().isEmpty() || source.node().shape().type().isEmpty()) {
                run.lost(this, source, reason);
            }
            return true;
        }
    }

    /**
     * Under a condition, the target has no place for an element, nor for anything in it.
     *
     * @param inside the places in it, which are lost
     */
    record LostWhole(Guard guard, Node inside) implements Use {
        @Override
        public boolean take(Source source, Context context, Run run) {
            if (!guard.lets(source.element(), context, run)) {
                return false;
            }
            inside.take(source, context, run);
            return true;
        }
    }

    /** One value stands for one value. */
    record OneValue(Guard guard, String value, Way to, String written, String reason) implements Use {
        @Override
        public boolean take(Source source, Context context, Run run) {
            if (!guard.lets(context.source(), context, run) || (!value.isEmpty() && !value.equals(source.text()))) {
                return false;
            }
            Optional<String> place = to.write(source, context, run, written);
            place.ifPresent(target -> run.changed(this, source, target, reason));
            return place.isPresent();
        }

        @Override
        public boolean takesAll() {
            return guard.letsAll() && value.isEmpty();
        }
    }

    /** A value goes beside every element that there is. */
    record Spread(Guard guard, List<Way> holders, String name) implements Use {
        @Override
        public boolean take(Source source, Context context, Run run) {
            List<Spot> spots = holders.stream()
                    .flatMap(holder -> holder.found(context, run))
                    .toList();
            if (spots.isEmpty() || !guard.lets(context.source(), context, run)) {
                return false;
            }
            spots.forEach(spot -> spot.open(name).element().setTextContent(source.raw()));
            run.carried(this, source, spots.getFirst().open(name).path());
            return true;
        }

        @Override
        public boolean takesAll() {
            return false;
        }
    }

    /** The values of many become one. */
    record Join(Guard guard, Way to, Row.Join how) implements Use {
        @Override
        public boolean take(Source source, Context context, Run run) {
            if (!guard.lets(context.source(), context, run)) {
                return false;
            }
            run.joins()
                    .computeIfAbsent(row(), key -> new Joined(this, how, context))
                    .add(source, context);
            return true;
        }
    }

    /** What stands here is the same in every document of the type, and says nothing. */
    record Silent(Guard guard) implements Use {
        @Override
        public boolean take(Source source, Context context, Run run) {
            return true;
        }
    }

    /** What is written where nothing else was. */
    record Fill(Guard guard, Way to, Fixed fixed) {
        void apply(Source source, Context context, Run run) {
            if (to.isThere(run) && guard.lets(context.source(), context, run) && !to.isFilled(context, run)) {
                value(run).ifPresent(value -> to.write(source, context, run, value));
            }
        }

        private Optional<String> value(Run run) {
            return fixed.header().isEmpty()
                    ? Optional.of(fixed.value())
                    : run.issue().map(by -> switch (fixed.header().get()) {
                        case FromHeader.ISSUER -> by.institution().value();
                        case FromHeader.ISSUER_COUNTRY ->
                            by.institution().value().substring(0, 2);
                        case FromHeader.ISSUE_DATE -> by.date().toString();
                    });
        }
    }
}
