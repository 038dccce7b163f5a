package be.kruispunt.web;

/** What is sent back: something of an operation, or why there is nothing. */
public sealed interface Reply {
    /**
     * What was asked for.
     *
     * @param status 200, or 503 of a health that is down
     * @param body of the media type that the operation produces
     */
    @SuppressWarnings("ArrayRecordComponent") // only the door has it, which writes it
    record Done(int status, byte[] body) implements Reply {
        public static Done ok(byte[] body) {
            return new Done(200, body);
        }

        @Override
        public String toString() {
            return "done " + status;
        }
    }

    /** Why not. */
    record Refused(Problem problem) implements Reply {}
}
