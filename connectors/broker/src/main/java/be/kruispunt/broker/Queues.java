package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.util.List;

/** The names of the addresses and queues, a contract with the institutions and with whoever runs a remote broker. */
public final class Queues {
    /** Messages that the hub gave up on, and documents that their receivers gave back; an operator decides on them. */
    public static final String DEAD_LETTER = "hub.dead-letter";

    /** What receivers took or gave back, said by the broker's {@link Bookkeeper} until the store knows it too. */
    public static final String NOTICES = "hub.notices";

    /** Where something came in, said by a remote broker's {@link Bookkeeper}. */
    public static final String ARRIVALS = "hub.arrivals";

    /** Holds the token by which the hub tells whether the broker still has what it was given. */
    public static final String TOKEN = "hub.token";

    static final String INTAKE_PREFIX = "hub.intake.";
    static final String OUT_PREFIX = "out.";

    /** Messages whose sender or hub set a time to live that passed. */
    public static final String EXPIRED = "hub.expired";

    private Queues() {}

    /** The address that only this institution may send to. */
    public static String in(InstitutionId institution) {
        return "in." + institution.value();
    }

    /** Where {@link #in} forwards to, and what only the hub reads (decision 0007). */
    public static String intake(InstitutionId institution) {
        return INTAKE_PREFIX + institution.value();
    }

    /** The queue that only this institution may read. */
    public static String out(InstitutionId institution) {
        return OUT_PREFIX + institution.value();
    }

    static List<String> ofTheHub() {
        return List.of(DEAD_LETTER, EXPIRED, NOTICES, ARRIVALS, TOKEN);
    }
}
