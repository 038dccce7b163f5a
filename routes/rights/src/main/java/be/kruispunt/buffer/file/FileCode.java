package be.kruispunt.buffer.file;

/** Why a file, or a line of it, is not taken, where no message is refused for the same: the other codes are those of messages. */
public enum FileCode {
    FILE_NAME(
            "the name of a file is 1 to 80 letters, digits, dots, underscores and dashes, a letter or digit first",
            "give it such a name"),
    FILE_MISSING("beside the GO file there is no data file", "put NAME.csv and NAME.csv.p7s there first, then NAME.go"),
    FILE_TOO_LARGE("the file is larger than 1 GiB", "send several files"),
    FILE_NAME_TAKEN("another file of this name was taken before", "give this one a name of its own"),
    FILE_HEADER(
            "the first line is not that of a kind of file, such as rights-question;1;SCHEME;PURPOSE;DAY",
            "correct it; a day as 2026-11-26, without a byte order mark"),
    LINE_INVALID(
            "the line has not the columns of its kind of file, or one of them holds what it cannot: a number with"
                    + " a wrong check digit, a day that is none, a last day before the first",
            "correct the line, and send it in another file");

    private final String meaning;
    private final String remedy;

    FileCode(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** What is wrong, in one sentence without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** What the sender can do. */
    public String remedy() {
        return remedy;
    }
}
