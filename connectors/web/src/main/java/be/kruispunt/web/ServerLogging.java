package be.kruispunt.web;

import io.helidon.logging.common.spi.LoggingProvider;

/** Tells the server that its log is set up already; it would write a line of its own to standard error otherwise. */
public final class ServerLogging implements LoggingProvider {
    @Override
    public void initialization() {
        // by the hub's own logback.xml
    }

    @Override
    public void runTime() {
        // as above
    }
}
