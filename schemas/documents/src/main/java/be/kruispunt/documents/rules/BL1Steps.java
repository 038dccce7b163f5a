package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.Meaning.Kind;
import be.kruispunt.documents.rules.Places.Place;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.message.DocumentFacts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The three steps of the one form BL1: the last part present is the step, and each repeats the boxes of those before. The
 * values of the boxes are texts, so that steps can be compared. Every box of a step is there, an unfilled one as empty text:
 * a box that a later step adds, changes or empties is then a difference.
 */
final class BL1Steps {
    /** A member's registration number is entered with box 10, beside what part B wrote (box 9). */
    private static final String NUMBER = " number";

    private static final Pattern DAY_WITH_OFFSET = Pattern.compile("(\\d{4}(?:-\\d{2}){0,2})(?:Z|[+-]\\d{2}:\\d{2})");
    private static final int MEMBERS = 6;

    private final Reading reading;
    private final IdentityHashMap<Node, Place> numbers = new IdentityHashMap<>();

    private BL1Steps(Reading reading) {
        this.reading = reading;
        reading.places().of(Kind.PERSON_NUMBER).forEach(place -> numbers.put(place.element(), place));
    }

    private enum Step {
        A("BL1-A"),
        B("BL1-B"),
        BOX_10("BL1-10");

        private final String act;

        Step(String act) {
            this.act = act;
        }

        static Step of(Element form) {
            if (Elements.child(form, "Confirmation").isPresent()) {
                return BOX_10;
            }
            return Elements.child(form, "PartB").isPresent() ? B : A;
        }

        List<Step> earlier() {
            return switch (this) {
                case A -> List.of();
                case B -> List.of(A);
                case BOX_10 -> List.of(A, B);
            };
        }
    }

    static DocumentFacts facts(Reading reading) {
        Step step = Step.of(reading.payload());
        var steps = new BL1Steps(reading);
        var until = new ArrayList<>(step.earlier());
        until.add(step);
        PersonNumbers numbers = PersonNumbers.of(reading.places().of(Kind.PERSON_NUMBER));
        return new DocumentFacts(
                step.act,
                List.copyOf(numbers.all()),
                numbers.former(),
                steps.values(until),
                steps.values(step.earlier()));
    }

    private Map<String, String> values(List<Step> steps) {
        var values = new TreeMap<String, String>();
        steps.stream().flatMap(step -> boxes(step).stream()).forEach(box -> values.put(box, ""));
        collect(reading.payload(), "", values);
        return values;
    }

    private List<String> boxes(Step step) {
        var boxes = new ArrayList<String>();
        switch (step) {
            case A -> boxes.addAll(reading.boxes().below("PartA"));
            case B -> {
                boxes.addAll(reading.boxes().below("PartB"));
                boxes.remove("7.n");
                members().forEach(boxes::add);
            }
            case BOX_10 -> {
                boxes.addAll(reading.boxes().below("Confirmation"));
                members().forEach(member -> boxes.add(member + NUMBER));
            }
        }
        return boxes;
    }

    private static List<String> members() {
        return IntStream.rangeClosed(1, MEMBERS).mapToObj(n -> "7." + n).toList();
    }

    /** What a value says, however it is written: a day with or without an offset, a number with or without points. */
    private String meaning(Element element) {
        String text = element.getTextContent().strip();
        Place number = numbers.get(element.getParentNode());
        if (number != null && text.equals(PersonNumbers.written(number))) {
            return PersonNumbers.read(number).digits();
        }
        Matcher day = DAY_WITH_OFFSET.matcher(text);
        return day.matches() ? day.group(1) : text;
    }

    private void collect(Element element, String suffix, Map<String, String> values) {
        boolean ofMember = numbers.containsKey(element)
                && element.getParentNode() instanceof Element parent
                && Elements.name(parent).equals("FamilyMember");
        String below = ofMember ? NUMBER : suffix;
        if (Elements.isLeaf(element)) {
            String box = reading.boxes().of(reading.payload(), element) + below;
            String line = Elements.name(element) + "=" + meaning(element) + "\n";
            values.computeIfPresent(box, (key, value) -> value + line);
        }
        for (Element child = Elements.first(element); child != null; child = Elements.next(child)) {
            collect(child, below, values);
        }
    }
}
