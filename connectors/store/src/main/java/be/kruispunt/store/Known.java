package be.kruispunt.store;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.Register;
import be.kruispunt.model.cases.CaseFile;
import java.util.List;
import java.util.Optional;

/**
 * The facts that the steps after the look-up decide on.
 *
 * @param sameContent an earlier message of the same user with the same bytes, on which the last word was said: this one is
 *     a repeat
 * @param sameIdentifier the earlier message of the same user that holds this instance identifier; with the same bytes where
 *     these were refused for a cause that can have healed
 * @param cases the cases of the name that the message gives, to which its user is a party; seldom more than one
 * @param directory the directory lines on the message's persons
 * @param register institutions and authorisations
 */
public record Known(
        Optional<EarlierMessage> sameContent,
        Optional<EarlierMessage> sameIdentifier,
        List<CaseFile> cases,
        DirectoryExtract directory,
        Register register) {
    public Known {
        cases = List.copyOf(cases);
    }
}
