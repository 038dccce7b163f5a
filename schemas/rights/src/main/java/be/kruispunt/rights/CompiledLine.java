package be.kruispunt.rights;

import be.kruispunt.model.rights.SocialStatus;

/**
 * A line of a version, ready to be applied.
 *
 * @param rank in which order lines are asked: the first that gives a right on a day is the one that does
 */
record CompiledLine(Scheme scheme, SchemeLine line, int rank, Days inForce) {
    /**
     * The days of the right. They are counted from the days on which all is so that it follows from, whatever that is: so a
     * right begins and ends alike by a status, a move, an age and a death (decision 0033).
     *
     * @param so the days on which the status is in force, who has it and the person live, together, and the person has the age
     */
    Days apply(Days so, SocialStatus decision) {
        if (line.countsFrom().filter(first -> so.until() < Days.number(first)).isPresent()) {
            return Days.NONE;
        }
        return switch (scheme.grant()) {
            case Grant.Judged judged -> judged.years(so.and(inForce));
            case Grant.Counted counted ->
                counted.of(so, Days.number(decision.decided())).and(inForce);
        };
    }

    DerivedRight right(boolean certain, Days days) {
        return new DerivedRight(scheme.code(), scheme.version(), line.number(), certain, days.validity());
    }
}
