package be.kruispunt.hub.bench;

/**
 * What something costs per message, in microseconds.
 *
 * @param wall of the clock, while as many threads as the hub has intakes do nothing else
 * @param processor of the processors: this process, broker included, and PostgreSQL
 */
record Cost(double wall, double processor) {
    static final Cost NOTHING = new Cost(0, 0);

    Cost plus(Cost other) {
        return new Cost(wall + other.wall, processor + other.processor);
    }
}
