package be.kruispunt.model.rights;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import java.time.LocalDate;
import java.util.List;

/**
 * Who has a right on a day? For one person or up to {@value #MOST}.
 *
 * @param asker who asks, as proved by certificate or signature
 * @param scheme which right
 * @param purpose for which purpose; it must be one that an authorisation of the asker allows
 * @param day the day that is asked for
 * @param persons about whom; they are answered in this order
 * @param trace what the asker calls his question (a trace id, the ticket of a message), for the audit; may be empty
 */
public record RightsQuestion(
        InstitutionId asker,
        SchemeCode scheme,
        LegalContext purpose,
        LocalDate day,
        List<AskedPerson> persons,
        String trace) {
    public static final int MOST = 1_000;

    private static final int LONGEST_TRACE = 64;

    public RightsQuestion {
        persons = List.copyOf(persons);
        if (persons.isEmpty() || persons.size() > MOST) {
            throw new IllegalArgumentException("a question is about 1 to " + MOST + " persons");
        }
        if (trace.length() > LONGEST_TRACE) {
            throw new IllegalArgumentException("a trace is at most " + LONGEST_TRACE + " characters long");
        }
    }

    @Override
    public String toString() {
        return "a question of " + asker + " for " + scheme + " about " + persons.size();
    }
}
