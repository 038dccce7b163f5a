package be.kruispunt.rights;

import be.kruispunt.model.rights.SocialStatus;

/**
 * A line of a version, ready to be applied.
 *
 * @param rank in which order lines are asked: the first that gives a right on a day is the one that does
 */
record CompiledLine(Scheme scheme, SchemeLine line, int rank, Days inForce) {
    /**
     * The days on which a status gives the right.
     *
     * @param status its days, as far as who has it lived
     * @param together when the person lives with who has it
     * @param age when the person has the age that the line asks for
     */
    Days apply(Days status, SocialStatus decision, Days together, Days age) {
        if (line.countsFrom()
                .filter(first -> status.until() < Days.number(first))
                .isPresent()) {
            return Days.NONE;
        }
        return switch (scheme.grant()) {
            case Grant.Judged judged ->
                judged.years(status.and(together).and(age).and(inForce));
            case Grant.Counted counted ->
                counted.of(status, Days.number(decision.decided()))
                        .and(together)
                        .and(age)
                        .and(inForce);
        };
    }

    DerivedRight right(boolean certain, Days days) {
        return new DerivedRight(scheme.code(), scheme.version(), line.number(), certain, days.validity());
    }
}
