package be.kruispunt.hub.command;

import be.kruispunt.buffer.ExplainRight.Explanation;
import be.kruispunt.hub.register.RegisterText;
import be.kruispunt.model.id.Insz;
import be.kruispunt.rights.DerivedRight;
import be.kruispunt.rights.Ground;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Why somebody has a right, or none, in lines and as JSON. {@code numbers}: persons' numbers in full. */
record ExplanationText(boolean numbers) {
    List<String> lines(Explanation explanation) {
        return Stream.concat(
                        Stream.of(explanation.right().map(ExplanationText::text).orElse("no right on this day")),
                        explanation.grounds().stream().map(this::text))
                .toList();
    }

    private String text(Ground ground) {
        return "  " + text(ground.right()) + ", by " + ground.status().status() + " of " + number(ground.holder())
                + ", valid " + ground.status().valid() + ", decided "
                + ground.status().decided() + ", reference "
                + ground.status().reference();
    }

    private static String text(DerivedRight right) {
        return right.scheme() + " " + right.version() + " line " + right.line()
                + (right.certain() ? "" : " (not certain)") + ", " + right.valid();
    }

    String number(Insz insz) {
        return numbers ? insz.digits() : RegisterText.masked(insz.digits());
    }

    void put(Explanation explanation, Map<String, Object> json) {
        explanation.right().ifPresent(right -> json.put("right", json(right)));
        json.put("grounds", explanation.grounds().stream().map(this::json).toList());
    }

    private static Map<String, Object> json(DerivedRight right) {
        var json = new LinkedHashMap<String, Object>();
        json.put("scheme", right.scheme().value());
        json.put("version", right.version());
        json.put("line", right.line());
        json.put("certain", right.certain());
        json.put("from", right.valid().from().toString());
        right.valid().until().ifPresent(until -> json.put("until", until.toString()));
        return json;
    }

    private Map<String, Object> json(Ground ground) {
        var json = new LinkedHashMap<String, Object>(json(ground.right()));
        json.put("status", ground.status().status().value());
        json.put("holder", number(ground.holder()));
        json.put("decided", ground.status().decided().toString());
        json.put("reference", ground.status().reference());
        return json;
    }
}
