package be.kruispunt.hub.command;

import java.util.List;

/** Where the process starts. */
public final class Main {
    private Main() {}

    /** A hub that runs tells its story to its log; other commands only what is wrong. */
    public static void main(String[] arguments) {
        System.setProperty("kruispunt.log.default", List.of(arguments).contains("start") ? "INFO" : "WARN");
        System.exit(HubCommand.commandLine(arguments).execute(arguments));
    }
}
