package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What a sender wrote into the header and its receiver never sees: the hub writes a header of its own, and takes over
 * what it understands. The standard allows far more.
 */
final class HeaderRules {
    private static final String HEADER = "StandardBusinessDocumentHeader";

    /** The parts that are taken over or replaced, by the part that holds them. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            HEADER,
            Set.of("HeaderVersion", "Sender", "Receiver", "DocumentIdentification", "BusinessScope"),
            "Sender",
            Set.of("Identifier"),
            "Receiver",
            Set.of("Identifier"),
            "DocumentIdentification",
            Set.of("Standard", "TypeVersion", "InstanceIdentifier", "Type", "CreationDateAndTime"),
            "BusinessScope",
            Set.of("Scope"),
            "Scope",
            Set.of("Type", "InstanceIdentifier"));

    private static final Set<String> SCOPES =
            Set.of("PROCESS", "CASE_ID", "LEGAL_CONTEXT", "RELATED_TO", "PARTICIPANT");

    private HeaderRules() {}

    static void notCarried(Reading reading, Report report) {
        // What the hub itself sends has scopes of its own.
        if (reading.header().provenance().isEmpty() && reading.payload().getParentNode() instanceof Element message) {
            Elements.child(message, HEADER).ifPresent(header -> check(header, report));
        }
    }

    private static void check(Element part, Report report) {
        Set<String> known = KNOWN.getOrDefault(Elements.name(part), Set.of());
        for (Element child : Elements.children(part)) {
            String name = Elements.name(child);
            if (!known.contains(name) || (name.equals("Scope") && !SCOPES.contains(Elements.text(child, "Type")))) {
                report.at(child);
            } else {
                check(child, report);
            }
        }
    }
}
