package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.bl1.BL1;
import be.kruispunt.documents.xml.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * The values of the boxes of a form BL1, each as one text, so that steps can be compared. Every box of a step is there,
 * an unfilled one as empty text: a box that a later step adds, changes or empties is then a difference.
 */
final class BL1Boxes {
    /** A member's registration number is entered with box 10, beside what part B wrote (box 9). */
    private static final String NUMBER = " number";

    private static final Pattern DAY_WITH_OFFSET = Pattern.compile("(\\d{4}(?:-\\d{2}){0,2})(?:Z|[+-]\\d{2}:\\d{2})");

    private static final int MEMBERS = 6;

    private final Reading<BL1> reading;

    BL1Boxes(Reading<BL1> reading) {
        this.reading = reading;
    }

    Map<String, String> values(List<BL1Step> steps) {
        var values = new TreeMap<String, String>();
        steps.stream().flatMap(step -> boxes(step).stream()).forEach(box -> values.put(box, ""));
        collect(reading.payload(), "", values);
        return values;
    }

    private List<String> boxes(BL1Step step) {
        var boxes = new ArrayList<String>();
        switch (step) {
            case A -> boxes.addAll(reading.boxes().below("/BL1/PartA"));
            case B -> {
                boxes.addAll(reading.boxes().below("/BL1/PartB"));
                boxes.remove("7.n");
                members().forEach(boxes::add);
            }
            case BOX_10 -> {
                boxes.addAll(reading.boxes().below("/BL1/Confirmation"));
                members().forEach(member -> boxes.add(member + NUMBER));
            }
        }
        return boxes;
    }

    private static List<String> members() {
        return IntStream.rangeClosed(1, MEMBERS).mapToObj(n -> "7." + n).toList();
    }

    /** What a value says, however it is written: a day with or without an offset, a number with or without points. */
    private static String meaning(Element element) {
        String text = element.getTextContent().strip();
        if (element.getParentNode() instanceof Element parent
                && PersonNumbers.is(parent)
                && Elements.name(element).equals("number")) {
            return PersonNumbers.read(parent).digits();
        }
        Matcher day = DAY_WITH_OFFSET.matcher(text);
        return day.matches() ? day.group(1) : text;
    }

    private void collect(Element element, String suffix, Map<String, String> values) {
        boolean number = Elements.name(element).equals("RegistrationNumber")
                && element.getParentNode() instanceof Element parent
                && Elements.name(parent).equals("FamilyMember");
        String below = number ? NUMBER : suffix;
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
