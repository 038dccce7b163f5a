package be.kruispunt.model.rights;

import be.kruispunt.model.id.Insz;

/** What an authentic source says of one of its decisions. */
public sealed interface StatusChange {
    Insz person();

    /** Which status it is about: a source may report some only. */
    StatusCode code();

    /** The source's own identifier of the decision. */
    String reference();

    /** A decision of which the source had not told before. */
    record Granted(SocialStatus status) implements StatusChange {
        @Override
        public Insz person() {
            return status.person();
        }

        @Override
        public StatusCode code() {
            return status.status();
        }

        @Override
        public String reference() {
            return status.reference();
        }
    }

    /** What the source now says of a decision that it told before; an end is one too. The reference finds it. */
    record Corrected(SocialStatus status) implements StatusChange {
        @Override
        public Insz person() {
            return status.person();
        }

        @Override
        public StatusCode code() {
            return status.status();
        }

        @Override
        public String reference() {
            return status.reference();
        }
    }

    /** A decision that never should have been there: no right follows from it, on any day. */
    record Withdrawn(Insz person, StatusCode code, String reference) implements StatusChange {
        public Withdrawn {
            SocialStatus.checkReference(reference);
        }

        @Override
        public String toString() {
            return "a withdrawn status of " + person;
        }
    }
}
