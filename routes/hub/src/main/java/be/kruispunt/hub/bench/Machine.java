package be.kruispunt.hub.bench;

/** On what it was measured. */
record Machine(int processors, long heapMebibytes, String java, String journal, String crypto) {
    static Machine of(Environment environment) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.version().toString(),
                environment.hub().broker().orElseThrow().journalType(),
                environment.site().crypto().describe());
    }
}
