package be.kruispunt.broker.guard;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.qpid.proton.engine.Endpoint;
import org.apache.qpid.proton.engine.Link;

/** What was refused on one connection. An honest client stops after the first few, and lets go of what was refused. */
final class Refusals {
    private static final int MOST = 100;

    /** Sessions and links. What the client said when it began them stays in memory until it has ended them, too. */
    private static final int MOST_HELD = 10;

    private final Set<Endpoint> held = Collections.newSetFromMap(new IdentityHashMap<>());
    private int count;

    /** Whether it was one too many. */
    boolean add(Endpoint refused) {
        count++;
        held.add(refused);
        return count > MOST || held.size() > MOST_HELD;
    }

    /** With the links of a session. */
    void ended(Endpoint endpoint) {
        held.removeIf(each -> each == endpoint || (each instanceof Link link && link.getSession() == endpoint));
    }
}
