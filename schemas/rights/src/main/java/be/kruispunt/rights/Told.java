package be.kruispunt.rights;

import java.util.List;
import java.util.Optional;

/** What is told of a right on a day: as little as answers the question. */
record Told(Grant grant, int day, int today) {
    Determination by(List<DerivedRight> rights) {
        Optional<Days> cycle = grant.cycle(day);
        if (day > today && (cycle.isEmpty() || !cycle.equals(grant.cycle(today)))) {
            return Determination.UNKNOWN;
        }
        Days bounds = cycle.orElse(Days.ALWAYS);
        Optional<DerivedRight> right = rights.stream()
                .filter(each -> Days.of(each.valid()).contains(day))
                .findFirst();
        if (right.isPresent()) {
            return right.get().certain() ? Determination.entitled(around(rights).and(bounds)) : Determination.UNKNOWN;
        }
        return switch (grant) {
            case Grant.Judged _ -> Determination.notEntitled(between(rights).and(bounds));
            // A decision of a later quarter, or month, still gives a right from its first day.
            case Grant.Counted counted when day > counted.from().closes(today) -> Determination.UNKNOWN;
            case Grant.Counted _ -> Determination.notEntitled();
        };
    }

    /** The days of the right, by whatever lines and versions it is given: where one stops and another begins is not told. */
    private Days around(List<DerivedRight> rights) {
        int from = day;
        int until = day;
        boolean grown = true;
        while (grown) {
            grown = false;
            for (DerivedRight right : rights) {
                Days days = Days.of(right.valid());
                boolean touches =
                        right.certain() && days.from() - 1 <= until && (days.isOpen() || days.until() + 1 >= from);
                if (touches && (days.from() < from || days.until() > until)) {
                    from = Math.min(from, days.from());
                    until = Math.max(until, days.until());
                    grown = true;
                }
            }
        }
        return new Days(from, until);
    }

    private Days between(List<DerivedRight> rights) {
        int from = Days.ALWAYS.from();
        int until = Days.OPEN;
        for (DerivedRight right : rights) {
            Days days = Days.of(right.valid());
            if (days.from() > day) {
                until = Math.min(until, days.from() - 1);
            } else {
                from = Math.max(from, days.until() + 1);
            }
        }
        return new Days(from, until);
    }
}
