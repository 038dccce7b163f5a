package be.kruispunt.trust.counter;

/** Why a code is not taken, as a counter can say it to who shows it. */
public enum CodeRefusal {
    UNREADABLE("this is no code of a right"),
    UNKNOWN_KEY("it is signed with a key that is not among those given: another hub's, or newer than the file of keys"),
    FORGED("its signature does not hold: somebody altered it, or made it up"),
    NOT_YET("it does not count yet"),
    EXPIRED("it counts no more: its last day is over"),
    OTHER_RIGHT("it is for another right"),
    WITHDRAWN("it was withdrawn: the right has ended, or its holder has a newer code"),
    LIST_TOO_OLD("whether it was withdrawn cannot be told: the list is too old; get a new one"),
    LIST_OF_ANOTHER("whether it was withdrawn cannot be told: the list is another hub's; get the list of its issuer");

    private final String meaning;

    CodeRefusal(String meaning) {
        this.meaning = meaning;
    }

    /** In one sentence without a full stop. */
    public String meaning() {
        return meaning;
    }
}
