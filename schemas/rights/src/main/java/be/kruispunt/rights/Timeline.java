package be.kruispunt.rights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The days of one person's right of one scheme: who comes first has his days, later ones what is left. */
final class Timeline {
    private record Piece(CompiledLine line, boolean certain, Days days) {
        boolean goesOnIn(Piece next) {
            return line.rank() == next.line().rank()
                    && certain == next.certain()
                    && days.until() + 1 == next.days().from();
        }
    }

    private final List<Piece> pieces = new ArrayList<>(2);

    void add(Candidate candidate) {
        List<Days> left = List.of(candidate.days());
        for (Piece taken : pieces) {
            left = without(left, taken.days());
        }
        left.forEach(days -> pieces.add(new Piece(candidate.line(), candidate.certain(), days)));
    }

    private static List<Days> without(List<Days> all, Days taken) {
        if (all.stream().allMatch(days -> days.and(taken).isEmpty())) {
            return all;
        }
        var left = new ArrayList<Days>();
        for (Days days : all) {
            if (days.and(taken).isEmpty()) {
                left.add(days);
            } else {
                addIfAny(left, days.from(), taken.from() - 1);
                if (!taken.isOpen()) {
                    addIfAny(left, taken.until() + 1, days.until());
                }
            }
        }
        return left;
    }

    private static void addIfAny(List<Days> days, int from, int until) {
        if (from <= until) {
            days.add(new Days(from, until));
        }
    }

    /** In the order of their days; days that one line gives for several reasons are one right. */
    List<DerivedRight> rights() {
        pieces.sort(Comparator.comparingInt(piece -> piece.days().from()));
        var rights = new ArrayList<DerivedRight>();
        Piece open = pieces.getFirst();
        for (Piece next : pieces.subList(1, pieces.size())) {
            if (open.goesOnIn(next)) {
                open = new Piece(
                        open.line(),
                        open.certain(),
                        new Days(open.days().from(), next.days().until()));
            } else {
                rights.add(right(open));
                open = next;
            }
        }
        rights.add(right(open));
        return rights;
    }

    private static DerivedRight right(Piece piece) {
        return piece.line().right(piece.certain(), piece.days());
    }
}
