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
        NO_RIGHTS_HERE("this hub takes no questions for rights: it is not in its own register"),
        NOT_COMPETENT("the asker, or the hub, is not competent for social rights (GSS)"),
        NOT_AUTHORISED("no authorisation lets the asker ask for this right"),
        PURPOSE_NOT_ALLOWED("the authorisation is for another purpose"),
        PERSON_NOT_NAMED(
                "the authorisation asks the reference directory of each person, so each must be named by his number"),
        NOT_INTEGRATED("a person is not integrated in the quality and phase that the authorisation asks for"),
        NUMBER_REPLACED(
                "a person is named by a number that was replaced, and the authorisation asks the directory of him"),
        DAY_TOO_LONG_AGO("the day lies further back than questions are answered"),
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
