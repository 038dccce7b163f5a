package be.kruispunt.exchange;

import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * The steps of the route, in their order.
 *
 * @param stopsEverything breakages that are no message's fault and end the batch, such as a store that is away
 */
public record Steps(
        Receive receive,
        Parse parse,
        Authenticate authenticate,
        Validate validate,
        LookUp lookUp,
        Authorise authorise,
        Consider consider,
        Correlate correlate,
        Translate translate,
        Sign sign,
        Record record,
        Deliver deliver,
        InstantSource clock,
        Predicate<Throwable> stopsEverything) {}
