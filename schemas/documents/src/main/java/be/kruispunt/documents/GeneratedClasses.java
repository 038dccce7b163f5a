package be.kruispunt.documents;

import be.kruispunt.documents.jaxb.bl1.BL1;
import be.kruispunt.documents.jaxb.receipt.Receipt;
import be.kruispunt.documents.jaxb.refusal.Refusal;
import be.kruispunt.documents.jaxb.u001.U001;
import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.model.message.DocumentType;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;

/** The types for which the build generates classes. */
final class GeneratedClasses {
    private static final Map<DocumentType, Class<?>> ROOTS = Map.of(
            DocumentCatalogue.U1_1_0, U1.class,
            DocumentCatalogue.BL1_1_0, BL1.class,
            DocumentCatalogue.U001_4_2, U001.class,
            DocumentCatalogue.U002_4_2, U002.class,
            DocumentCatalogue.RECEIPT_1_0, Receipt.class,
            DocumentCatalogue.REFUSAL_1_0, Refusal.class);

    private static final Map<Class<?>, Binding<?>> BINDINGS = new ConcurrentHashMap<>();

    private GeneratedClasses() {}

    /** The content as classes; the element itself, where there are none. */
    static Object read(DocumentType type, Element payload) {
        Class<?> root = ROOTS.get(type);
        return root == null ? payload : Objects.requireNonNull(binding(root).read(payload));
    }

    static void write(Object content, DocumentFragment fragment) {
        binding(content.getClass()).write(content, fragment);
    }

    /** The type whose root this is. */
    static DocumentType type(Object content) {
        return ROOTS.entrySet().stream()
                .filter(entry -> entry.getValue().isInstance(content))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document: " + content.getClass()));
    }

    private static Binding<?> binding(Class<?> root) {
        return BINDINGS.computeIfAbsent(root, Binding::new);
    }
}
