package be.kruispunt.model.rights;

/**
 * Whether a customer has a right today, and if so a code that he can carry and show.
 *
 * @param question about one customer
 * @param birthYear whether the code shall tell the year in which he was born, so that a counter can see whether it may be his
 */
public record CodeRequest(RightsQuestion question, boolean birthYear) {
    public CodeRequest {
        if (question.persons().size() != 1) {
            throw new IllegalArgumentException("a code is asked for one customer");
        }
    }

    @Override
    public String toString() {
        return "for a code: " + question;
    }
}
