package be.kruispunt.buffer;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which sources have reported, and which are late: for the operator. */
public final class SourceWatch {
    private final RightsRules rules;
    private final Sources sources;
    private final Store store;

    public SourceWatch(RightsRules rules, Schemes schemes, Store store) {
        this.rules = rules;
        this.sources = new Sources(rules.hub(), schemes);
        this.store = store;
    }

    /**
     * A source that the register knows today.
     *
     * @param reported when it reported last; empty: never
     * @param late whether it is silent for longer than is borne: then nobody is told no who may have a right by it
     */
    public record Source(InstitutionId id, Optional<Instant> reported, boolean late) {}

    /** Every source, by id. */
    public List<Source> sources(Instant now) {
        Map<InstitutionId, Instant> reported = store.rights().audit().sources();
        return sources.all(store.register(), LocalDate.ofInstant(now, ConsiderQuestion.BRUSSELS)).stream()
                .map(id -> source(id, Optional.ofNullable(reported.get(id)), now))
                .sorted(Comparator.comparing(source -> source.id().value()))
                .toList();
    }

    private Source source(InstitutionId id, Optional<Instant> reported, Instant now) {
        boolean late = reported.filter(last -> !last.isBefore(now.minus(rules.lateAfter())))
                .isEmpty();
        return new Source(id, reported, late);
    }
}
