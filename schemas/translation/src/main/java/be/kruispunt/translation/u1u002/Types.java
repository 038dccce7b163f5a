package be.kruispunt.translation.u1u002;

import be.kruispunt.model.message.DocumentType;

/** The two documents. */
final class Types {
    static final DocumentType U1 = DocumentType.of("U1", "1.0");
    static final DocumentType U002 = DocumentType.of("U002", "4.2");

    private Types() {}
}
