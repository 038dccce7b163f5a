package be.kruispunt.broker.guard;

/** A connection of an institution, with what it holds. The hub is no guest: nothing of it is bounded. */
record Guest(Usage usage, Links links, Arrivals arrivals) {
    static Guest of(Usage usage, Bounds bounds) {
        return new Guest(usage, new Links(usage, bounds), new Arrivals(usage, bounds));
    }

    /** Once. */
    void ended() {
        arrivals.connectionEnded();
        links.connectionEnded();
        usage.releaseConnection();
    }
}
