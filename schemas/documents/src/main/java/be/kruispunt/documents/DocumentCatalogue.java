package be.kruispunt.documents;

import be.kruispunt.documents.DocumentDefinition.Parts;
import be.kruispunt.documents.jaxb.bl1.BL1;
import be.kruispunt.documents.jaxb.receipt.Receipt;
import be.kruispunt.documents.jaxb.refusal.Refusal;
import be.kruispunt.documents.jaxb.u001.U001;
import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.documents.rules.BL1Rules;
import be.kruispunt.documents.rules.Facts;
import be.kruispunt.documents.rules.SedRules;
import be.kruispunt.documents.rules.U1Rules;
import be.kruispunt.model.message.DocumentType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The document types that the hub knows. Adding one is adding its schema, its rules and one entry here. Immutable: make
 * one, and share it.
 */
public final class DocumentCatalogue {
    public static final DocumentType U1_1_0 = DocumentType.of("U1", "1.0");
    public static final DocumentType BL1_1_0 = DocumentType.of("BL1", "1.0");
    public static final DocumentType U001_4_2 = DocumentType.of("U001", "4.2");
    public static final DocumentType U002_4_2 = DocumentType.of("U002", "4.2");
    public static final DocumentType RECEIPT_1_0 = DocumentType.of("RECEIPT", "1.0");
    public static final DocumentType REFUSAL_1_0 = DocumentType.of("REFUSAL", "1.0");

    private final Map<DocumentType, DocumentDefinition<?>> definitions = new LinkedHashMap<>();

    private DocumentCatalogue(List<Parts<?>> entries) {
        for (Parts<?> parts : entries) {
            definitions.put(parts.type(), new DocumentDefinition<>(parts));
        }
    }

    /** The types that come with the hub. Compiles every schema, so make it once. */
    public static DocumentCatalogue standard() {
        return new DocumentCatalogue(standardParts());
    }

    /** The names of the types that come with the hub; no schema is compiled for them. */
    public static List<DocumentType> standardTypes() {
        return standardParts().stream().<DocumentType>map(Parts::type).toList();
    }

    private static List<Parts<?>> standardParts() {
        return List.of(
                new Parts<>(U1_1_0, "urn:kruispunt:u1:1.0", "u1/1.0", U1.class, U1Rules.all(), Facts::complete),
                new Parts<>(BL1_1_0, "urn:kruispunt:bl1:1.0", "bl1/1.0", BL1.class, BL1Rules.all(), Facts::bl1),
                new Parts<>(
                        U001_4_2,
                        "urn:kruispunt:eessi:u001:4.2",
                        "u001/4.2",
                        U001.class,
                        SedRules.u001(),
                        Facts::complete),
                new Parts<>(
                        U002_4_2,
                        "urn:kruispunt:eessi:u002:4.2",
                        "u002/4.2",
                        U002.class,
                        SedRules.u002(),
                        Facts::complete),
                new Parts<>(
                        RECEIPT_1_0,
                        "urn:kruispunt:receipt:1.0",
                        "receipt/1.0",
                        Receipt.class,
                        List.of(),
                        Facts::complete),
                new Parts<>(
                        REFUSAL_1_0,
                        "urn:kruispunt:refusal:1.0",
                        "refusal/1.0",
                        Refusal.class,
                        List.of(),
                        Facts::complete));
    }

    public Optional<DocumentDefinition<?>> find(DocumentType type) {
        return Optional.ofNullable(definitions.get(type));
    }

    /** The type of which this element is the root. */
    public Optional<DocumentDefinition<?>> find(Element root) {
        return definitions.values().stream()
                .filter(d -> d.root().getLocalPart().equals(root.getLocalName())
                        && d.root().getNamespaceURI().equals(root.getNamespaceURI()))
                .findFirst();
    }

    /** Every type, in the order of the reference. */
    public List<DocumentType> types() {
        return List.copyOf(definitions.keySet());
    }

    DocumentDefinition<?> get(DocumentType type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("the catalogue has no " + type));
    }

    DocumentDefinition<?> of(Object content) {
        return definitions.values().stream()
                .filter(definition -> definition.binding().holds(content))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document: " + content.getClass()));
    }
}
