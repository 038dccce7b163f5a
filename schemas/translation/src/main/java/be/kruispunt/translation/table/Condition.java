package be.kruispunt.translation.table;

import be.kruispunt.documents.xml.Elements;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What must hold of the source for a row to be used: {@code to} (filled in), {@code !to}, {@code kind=GROSS|NET},
 * {@code kind!=GROSS}, which also holds where there is none. {@code $issuer} stands for the number of the institution that
 * issued the document.
 *
 * @param path names of elements below the one that is asked about; empty for itself
 * @param values the values that are looked for; empty for any
 * @param holds whether one of them must be there, or none
 */
record Condition(List<String> path, Set<String> values, boolean holds) {
    private static final Pattern FORM = Pattern.compile("(!?)([\\p{L}\\d_./-]+)(?:(!?=)(.*))?");
    private static final String ISSUER = "$issuer";

    Condition {
        path = List.copyOf(path);
        values = Set.copyOf(values);
    }

    static Condition of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || (!matcher.group(1).isEmpty() && matcher.group(3) != null)) {
            throw new IllegalArgumentException(text + " is no condition: write path, !path, path=a|b or path!=a|b");
        }
        String path = matcher.group(2);
        String values = matcher.group(4);
        return new Condition(
                path.equals(".") ? List.of() : List.of(path.split("/", -1)),
                values == null ? Set.of() : Set.of(values.split("\\|", -1)),
                matcher.group(1).isEmpty() && !"!=".equals(matcher.group(3)));
    }

    /** Whether it holds of an element, in a document of this issuer; an unknown issuer is nobody's number. */
    boolean test(Element element, String issuer) {
        return found(element, 0, issuer) == holds;
    }

    private boolean found(Element element, int depth, String issuer) {
        if (depth == path.size()) {
            return values.isEmpty() || matches(element.getTextContent().strip(), issuer);
        }
        for (Element child = Elements.first(element); child != null; child = Elements.next(child)) {
            if (Elements.name(child).equals(path.get(depth)) && found(child, depth + 1, issuer)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String text, String issuer) {
        return values.contains(text) || (values.contains(ISSUER) && text.equals(issuer));
    }
}
