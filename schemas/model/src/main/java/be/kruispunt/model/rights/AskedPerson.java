package be.kruispunt.model.rights;

import be.kruispunt.model.id.Insz;

/** Whom a question is about: always a customer that the asker registered before. */
public sealed interface AskedPerson {
    /** By the asker's own reference; also for who is registered by name and address only. */
    record ByReference(CustomerReference reference) implements AskedPerson {}

    record ByNumber(Insz number) implements AskedPerson {}
}
