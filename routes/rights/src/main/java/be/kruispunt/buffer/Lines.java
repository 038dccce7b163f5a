package be.kruispunt.buffer;

import be.kruispunt.documents.LineAnswers;
import be.kruispunt.documents.RightsAnswerContent;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Severity;
import be.kruispunt.store.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The lines of one message, each taken until it is refused. */
final class Lines {
    private final IntFunction<String> path;
    private final int size;
    private final SortedMap<Integer, RefusalCode> refused = new TreeMap<>();

    /** {@code element}: what a line is called in the document. */
    Lines(String element, int size) {
        this(line -> path(element, size, line), size);
    }

    /** {@code path}: where the line of a position, from 0, stands in the document. */
    Lines(IntFunction<String> path, int size) {
        this.path = path;
        this.size = size;
    }

    /** The path of one of several elements of a name. */
    static String path(String element, int several, int position) {
        return "/" + element + (several == 1 ? "" : "[" + (position + 1) + "]");
    }

    void refuse(int line, RefusalCode code) {
        refused.put(line, code);
    }

    /** Refuses those of these lines that have a code; as many codes as lines. */
    void refuse(List<Integer> lines, List<Optional<RefusalCode>> codes) {
        for (int i = 0; i < lines.size(); i++) {
            int line = lines.get(i);
            codes.get(i).ifPresent(code -> refuse(line, code));
        }
    }

    /** The positions of those that are taken, from 0. */
    List<Integer> taken() {
        return IntStream.range(0, size)
                .filter(line -> !refused.containsKey(line))
                .boxed()
                .toList();
    }

    /** What becomes of a report: one that is refused changes nothing, or its source would count as having reported. */
    Decision decision(Effect effect) {
        return decision(effect, List.of(), Optional.empty(), Effect.NONE);
    }

    /** What becomes of a question, which is counted and kept also where it is refused. */
    Decision decision(Effect recorded, List<Insz> persons, RightsAnswerContent answer) {
        return decision(recorded, persons, Optional.of(answer), recorded);
    }

    /** Taken, with those lines that hold; or refused for what the first lacks, where none does. One without lines is taken. */
    private Decision decision(
            Effect effect, List<Insz> persons, Optional<RightsAnswerContent> answer, Effect ofRefusal) {
        if (size > 0 && refused.size() == size) {
            return new Decision.Refused(refusal(), ofRefusal);
        }
        var byCode = new TreeMap<RefusalCode, List<Integer>>();
        refused.forEach((line, code) ->
                byCode.computeIfAbsent(code, any -> new ArrayList<>()).add(line + 1));
        return new Decision.Taken(new LineAnswers(size - refused.size(), byCode), persons, answer, effect);
    }

    private Refusal refusal() {
        RefusalCode first = refused.values().iterator().next();
        return new Refusal(
                first,
                size == 1 ? "its only line" : "line 1, and none of the others can be taken either",
                refused.entrySet().stream().map(this::finding).toList());
    }

    private Finding finding(Map.Entry<Integer, RefusalCode> line) {
        RefusalCode code = line.getValue();
        return new Finding(
                code.name(), Severity.ERROR, "", path.apply(line.getKey()), 0, code.meaning(), code.remedy());
    }
}
