package be.kruispunt.store;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.Register;
import be.kruispunt.model.cases.CaseFile;
import java.util.Optional;

/**
 * The facts that the steps after the look-up decide on.
 *
 * @param sameContent an earlier message of the same user with the same bytes: this one is a repeat
 * @param sameIdentifier the earlier message of the same user that holds this instance identifier
 * @param caseFile the case that the message names, if it exists
 * @param directory the directory lines on the message's persons
 * @param register institutions and authorisations
 */
public record Known(
        Optional<EarlierMessage> sameContent,
        Optional<EarlierMessage> sameIdentifier,
        Optional<CaseFile> caseFile,
        DirectoryExtract directory,
        Register register) {}
