package be.kruispunt.store;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.model.id.Insz;
import java.util.Collection;
import java.util.Map;

/** Fills the register and the reference directory. What is there already under the same key is replaced. */
// Bodies follow.
@SuppressWarnings("DoNotCallSuggester")
public final class RegisterWriter {
    RegisterWriter() {}

    /** Registers institutions, each with all its competences and accepted documents. */
    public void putInstitutions(Collection<Institution> institutions) {
        throw new UnsupportedOperationException();
    }

    /** Registers authorisations; the key is number, sender, receiver, document and legal context. */
    public void putAuthorisations(Collection<Authorisation> authorisations) {
        throw new UnsupportedOperationException();
    }

    /** Adds directory lines; the key is all but the end and the day of the last change. */
    public void putDirectoryLines(Collection<DirectoryLine> lines) {
        throw new UnsupportedOperationException();
    }

    /** Notes replaced numbers: old to present. */
    public void putReplacedNumbers(Map<Insz, Insz> presentByOld) {
        throw new UnsupportedOperationException();
    }
}
