package be.kruispunt.translation.hooks;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.translation.table.Hooks;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/** The hooks of the tables that come with the hub. */
public final class StandardHooks {
    private StandardHooks() {}

    public static Hooks all() {
        return new Hooks(Map.of(
                "latest-end", StandardHooks::latestEnd,
                "covering-period", StandardHooks::coveringPeriod,
                "no-employer-beside", StandardHooks::noEmployerBeside,
                "number-of-the-country", StandardHooks::numberOfTheCountry));
    }

    /** The last of those whose period ends last: the institution that paid last stands beside it (U1 box 5.2). */
    private static OptionalInt latestEnd(Element source, List<Element> candidates) {
        int latest = -1;
        for (int i = 0; i < candidates.size(); i++) {
            SedPeriod period = SedPeriod.in(candidates.get(i));
            if (latest < 0 || !period.endsBefore(SedPeriod.in(candidates.get(latest)))) {
                latest = i;
            }
        }
        return latest < 0 ? OptionalInt.empty() : OptionalInt.of(latest);
    }

    /**
     * The first period without insurance that covers an income (U1 box 2.3); none where an insured period of the same
     * sort meets it, since the income may be that of either.
     */
    private static OptionalInt coveringPeriod(Element income, List<Element> uninsured) {
        SedPeriod days = SedPeriod.ofForm(income);
        if (uninsured.isEmpty()
                || insured(uninsured.getFirst()).stream()
                        .anyMatch(each -> SedPeriod.in(each).overlaps(days))) {
            return OptionalInt.empty();
        }
        return IntStream.range(0, uninsured.size())
                .filter(i -> SedPeriod.in(uninsured.get(i)).covers(days))
                .findFirst();
    }

    private static List<Element> insured(Element uninsured) {
        String sort = Elements.name(uninsured).replace("Uninsured", "Insured");
        return Elements.children((Element) uninsured.getParentNode(), sort);
    }

    /** The person's number in the country of an institution: beside it a SED can name the institution (U1 box 7). */
    private static OptionalInt numberOfTheCountry(Element institution, List<Element> numbers) {
        String country = Elements.text(institution, "country").strip();
        return IntStream.range(0, numbers.size())
                .filter(i -> Elements.text(numbers.get(i), "country").strip().equals(country))
                .findFirst();
    }

    /** The activities of a self-employed person, where no employer is named beside them: A1 names one of either (box 4). */
    private static OptionalInt noEmployerBeside(Element activities, List<Element> like) {
        return Elements.child((Element) activities.getParentNode(), "Employers").isPresent()
                ? OptionalInt.empty()
                : OptionalInt.of(0);
    }
}
