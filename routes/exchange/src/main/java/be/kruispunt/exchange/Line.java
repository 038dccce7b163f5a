package be.kruispunt.exchange;

import be.kruispunt.model.outcome.Step;

/**
 * What the lines of the route hand on to each other. A line whose step takes something else than the line before it gives
 * would be passed by in silence by every message; so the route refuses to start instead.
 */
final class Line {
    private Class<?> handedOn;

    /**
     * Begins the path.
     *
     * @param first what the first line is given
     */
    Line(Class<?> first) {
        this.handedOn = first;
    }

    /**
     * Adds a line.
     *
     * @throws IllegalStateException when it does not fit behind the line before it
     */
    void add(Step step, Class<?> takes, Class<?> gives) {
        if (!takes.equals(handedOn)) {
            throw new IllegalStateException("the route's lines do not fit together: " + step + " takes "
                    + takes.getSimpleName() + ", and the line before it gives " + handedOn.getSimpleName());
        }
        handedOn = gives;
    }
}
