package be.kruispunt.documents;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;

/** Between DOM and the generated classes of one document. Strict: whatever JAXB would pass over is a failure. */
final class Binding<T> {
    private final Class<T> root;
    private final Pool<Unmarshaller> unmarshallers;
    private final Pool<Marshaller> marshallers;

    Binding(Class<T> root) {
        this.root = root;
        JAXBContext context = context(root);
        this.unmarshallers = new Pool<>(() -> unmarshaller(context));
        this.marshallers = new Pool<>(() -> marshaller(context));
    }

    /** The content of an element that follows the schema. */
    T read(Element payload) {
        return unmarshallers.use(unmarshaller -> {
            try {
                return root.cast(unmarshaller.unmarshal(payload));
            } catch (JAXBException e) {
                throw new IllegalStateException("the classes of " + root.getSimpleName() + " lag behind its schema", e);
            }
        });
    }

    /** Adds the content to a fragment: it declares its own namespaces, as it would at the top of a document. */
    void write(T content, DocumentFragment fragment) {
        marshallers.use(marshaller -> {
            try {
                marshaller.marshal(content, fragment);
                return fragment;
            } catch (JAXBException e) {
                throw new IllegalStateException(root.getSimpleName() + " cannot be written", e);
            }
        });
    }

    private static JAXBContext context(Class<?> root) {
        try {
            return JAXBContext.newInstance(root);
        } catch (JAXBException e) {
            throw new IllegalStateException(root.getSimpleName() + " is no JAXB class", e);
        }
    }

    private static Unmarshaller unmarshaller(JAXBContext context) {
        try {
            Unmarshaller unmarshaller = context.createUnmarshaller();
            unmarshaller.setEventHandler(event -> false);
            return unmarshaller;
        } catch (JAXBException e) {
            throw new IllegalStateException("no unmarshaller", e);
        }
    }

    private static Marshaller marshaller(JAXBContext context) {
        try {
            Marshaller marshaller = context.createMarshaller();
            marshaller.setEventHandler(event -> false);
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            return marshaller;
        } catch (JAXBException e) {
            throw new IllegalStateException("no marshaller", e);
        }
    }
}
