package be.kruispunt.model.rights;

import java.util.List;

/** What becomes of a question. */
public sealed interface RightsReply {
    /** It is answered, line by line. */
    record Answered(List<Line> lines) implements RightsReply {
        public Answered {
            lines = List.copyOf(lines);
        }
    }

    /** It is not looked at; nothing was looked up. */
    record Refused(Reason reason) implements RightsReply {}

    /** What is said of one person. */
    sealed interface Line {
        record Told(RightAnswer answer) implements Line {}

        /** Not registered as a customer of the asker on that day: whether there is such a person is not said. */
        record NotACustomer(AskedPerson asked) implements Line {}
    }

    /** Why a whole question is refused. */
    enum Reason {
        UNKNOWN_ASKER("the asker is not registered, or not on this day"),
        NOT_AUTHORISED("no authorisation lets the asker ask for this right"),
        PURPOSE_NOT_ALLOWED("the authorisation is for another purpose"),
        STOPPED("the asker asked too often about persons who are not its customers; the operator must look at it"
                + " first");

        private final String meaning;

        Reason(String meaning) {
            this.meaning = meaning;
        }

        /** What is wrong, in one sentence without a full stop. */
        public String meaning() {
            return meaning;
        }
    }
}
