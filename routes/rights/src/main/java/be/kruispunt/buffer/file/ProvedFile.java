package be.kruispunt.buffer.file;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.FileSignature;
import java.util.UUID;

/**
 * A file whose maker was proved.
 *
 * @param number the hub's, under which it has a copy of its own
 */
record ProvedFile(InstitutionId sender, String name, UUID number, FileSignature signature, Copy copy) {}
