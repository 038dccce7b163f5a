package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.util.List;

/** The names of the addresses and queues, a contract with the institutions and with whoever runs a remote broker. */
public final class Queues {
    /** Where every {@code in.<institution>} forwards to, and the only queue that the hub waits on (decision 0003). */
    public static final String INTAKE = "hub.intake";

    /** Messages that the hub gave up on; an operator runs them again. */
    public static final String DEAD_LETTER = "hub.dead-letter";

    /** Messages whose sender or hub set a time to live that passed. */
    public static final String EXPIRED = "hub.expired";

    private Queues() {}

    /** The address that only this institution may send to. */
    public static String in(InstitutionId institution) {
        return "in." + institution.value();
    }

    /** The queue that only this institution may read. */
    public static String out(InstitutionId institution) {
        return "out." + institution.value();
    }

    static List<String> ofTheHub() {
        return List.of(INTAKE, DEAD_LETTER, EXPIRED);
    }
}
