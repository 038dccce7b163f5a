package be.kruispunt.access;

import be.kruispunt.model.id.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What must change, so that the register is as a file says. Empty where it is so already. */
public record RegisterDifference(
        List<Change<Institution>> institutions,
        List<Change<Authorisation>> authorisations,
        List<Change<DirectoryLine>> lines,
        List<Change<ReplacedNumber>> replacedNumbers) {
    public RegisterDifference {
        institutions = List.copyOf(institutions);
        authorisations = List.copyOf(authorisations);
        lines = List.copyOf(lines);
        replacedNumbers = List.copyOf(replacedNumbers);
    }

    /** One thing before and after; at least one of the two is there. */
    public record Change<T>(Optional<T> before, Optional<T> after) {
        public Change {
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException("a change has a before or an after");
            }
        }

        public boolean isRemoval() {
            return after.isEmpty();
        }

        public boolean isAddition() {
            return before.isEmpty();
        }
    }

    /**
     * Compares. The entries must have been checked.
     *
     * @param today the day that changed directory lines get as the day of their last change
     */
    public static RegisterDifference between(RegisterState present, RegisterEntries wanted, LocalDate today) {
        return new RegisterDifference(
                wanted.institutions()
                        .map(all -> whole(present.institutions(), RegisterEntries.values(all), Institution::id))
                        .orElse(List.of()),
                wanted.authorisations()
                        .map(all -> whole(present.authorisations(), RegisterEntries.values(all), Authorisation::key))
                        .orElse(List.of()),
                lines(present, wanted, today),
                replaced(present, wanted));
    }

    private static List<Change<DirectoryLine>> lines(RegisterState present, RegisterEntries wanted, LocalDate today) {
        Function<Placed<DirectoryEntry>, DirectoryLine> line = lineOf(wanted.sectors(present), today);
        Map<Object, DirectoryLine> before = byKey(present.lines(), DirectoryLine::key);
        var changes = new ArrayList<Change<DirectoryLine>>();
        removedLines(present, wanted).forEach(there -> changes.add(new Change<>(Optional.of(there), Optional.empty())));
        changes.addAll(put(
                before,
                byKey(wanted.directory().stream().map(line).toList(), DirectoryLine::key),
                there -> there.changedOn(today)));
        return changes;
    }

    /** The lines that are there, and that the file names to go. */
    static List<DirectoryLine> removedLines(RegisterState present, RegisterEntries wanted) {
        Map<Object, DirectoryLine> before = byKey(present.lines(), DirectoryLine::key);
        Function<Placed<DirectoryEntry>, DirectoryLine> line = lineOf(wanted.sectors(present), LocalDate.EPOCH);
        return wanted.removedFromDirectory().stream()
                .map(line)
                .flatMap(gone -> Optional.ofNullable(before.get(gone.key())).stream())
                .toList();
    }

    private static Function<Placed<DirectoryEntry>, DirectoryLine> lineOf(
            Map<InstitutionId, Integer> sectors, LocalDate day) {
        return placed -> placed.value().line(sectors.getOrDefault(placed.value().institution(), 0), day);
    }

    private static List<Change<ReplacedNumber>> replaced(RegisterState present, RegisterEntries wanted) {
        List<ReplacedNumber> there = present.replacedBy().entrySet().stream()
                .map(entry -> new ReplacedNumber(entry.getKey(), entry.getValue()))
                .toList();
        var changes = new ArrayList<Change<ReplacedNumber>>();
        RegisterEntries.values(wanted.removedReplacedNumbers()).stream()
                .filter(there::contains)
                .forEach(gone -> changes.add(new Change<>(Optional.of(gone), Optional.empty())));
        changes.addAll(put(
                byKey(there, ReplacedNumber::number),
                byKey(RegisterEntries.values(wanted.replacedNumbers()), ReplacedNumber::number),
                UnaryOperator.identity()));
        return changes;
    }

    private static <T> List<Change<T>> whole(Collection<T> present, Collection<T> wanted, Function<T, Object> key) {
        Map<Object, T> before = byKey(present, key);
        Map<Object, T> after = byKey(wanted, key);
        var gone = new LinkedHashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        return Stream.concat(
                        gone.stream().map(k -> new Change<>(Optional.ofNullable(before.get(k)), Optional.<T>empty())),
                        put(before, after, UnaryOperator.identity()).stream())
                .toList();
    }

    private static <T> List<Change<T>> put(Map<Object, T> before, Map<Object, T> after, UnaryOperator<T> asComparable) {
        return after.entrySet().stream()
                .map(entry ->
                        new Change<>(Optional.ofNullable(before.get(entry.getKey())), Optional.of(entry.getValue())))
                .filter(change -> !change.before().map(asComparable).equals(change.after()))
                .toList();
    }

    private static <T> Map<Object, T> byKey(Collection<T> all, Function<T, Object> key) {
        Map<Object, T> byKey = LinkedHashMap.newLinkedHashMap(all.size());
        all.forEach(value -> byKey.put(Objects.requireNonNull(key.apply(value)), value));
        return byKey;
    }

    /** Every change, in the order in which they are told. */
    public Stream<Change<?>> all() {
        return Stream.of(institutions, authorisations, lines, replacedNumbers).flatMap(List::stream);
    }

    public boolean isEmpty() {
        return all().findAny().isEmpty();
    }

    /** How many things go. Nothing goes from the directory that the file does not name. */
    public long removals() {
        return all().filter(Change::isRemoval).count();
    }
}
