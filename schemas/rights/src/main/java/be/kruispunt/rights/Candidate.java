package be.kruispunt.rights;

import be.kruispunt.model.rights.SocialStatus;

/**
 * What one line makes of one status.
 *
 * @param holder who has the status
 * @param certain false where it only may be so
 */
record Candidate(CompiledLine line, SocialStatus status, PersonFacts holder, boolean certain, Days days) {}
