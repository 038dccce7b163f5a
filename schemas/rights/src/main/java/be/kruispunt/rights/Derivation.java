package be.kruispunt.rights;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rights follow from facts, by the schemes. The same facts give the same rights in the same order, whoever else is
 * derived with them: so a person can be derived by himself when something of his changes. Safe for all threads.
 */
public final class Derivation {
    /** To be raised when something else follows from the same tables: then everybody is derived anew ({@link Schemes#fingerprint}). */
    static final int MANNER = 1;

    /** What is certain goes before what may be, and the first line before the others. */
    private static final Comparator<Candidate> ORDER = Comparator.comparing((Candidate each) -> !each.certain())
            .thenComparingInt(each -> each.line().rank());

    private final Map<StatusCode, List<CompiledLine>> lines = new HashMap<>();

    public Derivation(Schemes schemes) {
        int rank = 0;
        for (Scheme scheme : schemes.all()) {
            Days inForce = Days.of(scheme.valid());
            for (SchemeLine line : scheme.lines()) {
                if (line.automatic()) {
                    var compiled = new CompiledLine(scheme, line, rank++, inForce);
                    line.statuses().forEach(status -> lines.computeIfAbsent(status, any -> new ArrayList<>())
                            .add(compiled));
                }
            }
        }
    }

    /**
     * The rights of a person, by scheme and first day. No two of a scheme overlap: on each day the first line that applies
     * gives the right, and what only may apply comes after what does.
     */
    public List<DerivedRight> rights(Insz number, Facts facts) {
        List<Candidate> candidates = candidates(facts.present(number), facts);
        if (candidates.isEmpty()) {
            return List.of();
        }
        candidates.sort(ORDER);
        var timelines = new HashMap<SchemeCode, Timeline>();
        for (Candidate each : candidates) {
            timelines
                    .computeIfAbsent(each.line().scheme().code(), any -> new Timeline())
                    .add(each);
        }
        return timelines.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(timeline -> timeline.getValue().rights().stream())
                .toList();
    }

    /** Every ground on which a person has a right of a scheme on a day; the one that counted comes first. */
    public List<Ground> grounds(Insz number, Facts facts, SchemeCode scheme, LocalDate day) {
        return candidates(facts.present(number), facts).stream()
                .filter(each -> each.line().scheme().code().equals(scheme))
                .filter(each -> each.days().contains(Days.number(day)))
                .sorted(ORDER)
                .map(each -> new Ground(
                        each.line().right(each.certain(), each.days()),
                        each.status(),
                        each.holder().person()))
                .toList();
    }

    private List<Candidate> candidates(Insz person, Facts facts) {
        var candidates = new ArrayList<Candidate>();
        PersonFacts own = facts.of(person);
        Days alive = lifetime(own);
        collect(own, alive, own, true, candidates);
        facts.livingWith(
                person, together -> collect(together.other(), together.days().and(alive), own, false, candidates));
        return candidates;
    }

    /** What the statuses of one person give another on the days on which they live together; or himself as long as he lives. */
    private void collect(PersonFacts holder, Days together, PersonFacts person, boolean himself, List<Candidate> into) {
        Days both = together.and(lifetime(holder));
        for (SocialStatus status : holder.statuses()) {
            Days days = Days.of(status.valid()).and(both);
            for (CompiledLine line : lines.getOrDefault(status.status(), List.of())) {
                if (himself || line.line().whose() == Whose.HOUSEHOLD) {
                    Age age = line.line().age();
                    Days certain = line.apply(days.and(age.certain(person)), status);
                    add(new Candidate(line, status, holder, true, certain), into);
                    if (!age.isAny()) {
                        Days possible = line.apply(days.and(age.possible(person)), status);
                        add(new Candidate(line, status, holder, false, possible), into);
                    }
                }
            }
        }
    }

    private static void add(Candidate candidate, List<Candidate> into) {
        if (!candidate.days().isEmpty()) {
            into.add(candidate);
        }
    }

    private static Days lifetime(PersonFacts person) {
        return Days.until(Days.last(person.died()));
    }
}
