package be.kruispunt.hub;

import be.kruispunt.access.Institution;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentDefinition;
import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.model.message.DocumentType;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiles, while the hub is already at work, what its institutions take: the first document of a type then waits for no
 * schema. Nothing depends on it.
 */
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private Preparation() {}

    static void begin(DocumentCatalogue catalogue, Collection<Institution> institutions) {
        List<DocumentType> taken = institutions.stream()
                .flatMap(institution -> institution.accepts().stream())
                .distinct()
                .toList();
        Thread.ofVirtual().name("document-types").start(() -> taken.forEach(type -> prepare(catalogue, type)));
    }

    private static void prepare(DocumentCatalogue catalogue, DocumentType type) {
        try {
            catalogue.find(type).ifPresent(DocumentDefinition::prepare);
        } catch (FolderRefused e) {
            LOG.warn("KP0005 {} cannot be used: {}", type, e.getMessage());
        }
    }
}
