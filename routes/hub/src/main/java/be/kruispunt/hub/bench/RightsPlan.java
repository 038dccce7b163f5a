package be.kruispunt.hub.bench;

import be.kruispunt.hub.sample.population.Population;

/**
 * How much a bench of the buffer store does.
 *
 * @param size how many people
 * @param seed which people
 * @param seconds how long each kind of question is asked, after as long a warm-up
 */
public record RightsPlan(Population.Size size, long seed, int seconds) {
    public RightsPlan {
        if (seconds < 1) {
            throw new IllegalArgumentException("whole seconds, 1 at least");
        }
    }
}
