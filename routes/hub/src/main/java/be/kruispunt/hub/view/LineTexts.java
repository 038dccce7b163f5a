package be.kruispunt.hub.view;

import be.kruispunt.documents.LineAnswers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the lines of a message for the hub itself, in words. */
public final class LineTexts {
    private LineTexts() {}

    /** How many were taken, and a line for each code of those that were not. */
    public static List<String> of(LineAnswers answers) {
        var lines = new ArrayList<String>();
        lines.add(answers.taken() + (answers.taken() == 1 ? " line taken" : " lines taken"));
        answers.refused()
                .forEach((code, positions) -> lines.add("refused " + code + ", line "
                        + positions.stream().map(String::valueOf).collect(Collectors.joining(" ")) + ": "
                        + code.meaning() + "; " + code.remedy()));
        return lines;
    }

    /** The same for a program. */
    public static Map<String, Object> json(LineAnswers answers) {
        var refused = new LinkedHashMap<String, Object>();
        answers.refused().forEach((code, positions) -> refused.put(code.name(), positions));
        var json = new LinkedHashMap<String, Object>();
        json.put("taken", answers.taken());
        json.put("refused", refused);
        return json;
    }
}
