package be.kruispunt.hub.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code hub}, with one class per sub-command. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        version = "Kruispunt 0.1.0",
        description = "Exchanges social-security forms between institutions: checked, translated, signed, traced.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 success, 1 negative answer (invalid, refused, not verified, not found),",
            "2 wrong use, 3 the hub or a part of it cannot be reached."
        },
        subcommands = {
            InitCommand.class,
            StartCommand.class,
            DemoCommand.class,
            SendCommand.class,
            InboxCommand.class,
            ValidateCommand.class,
            TranslateCommand.class,
            SignCommand.class,
            VerifyCommand.class,
            TraceCommand.class,
            DeadLettersCommand.class,
            BenchCommand.class,
            HelpCommand.class
        })
public final class HubCommand {
    static final int NEGATIVE = 1;
    static final int WRONG_USE = 2;
    private static final int UNREACHABLE = 3;

    HubCommand() {}

    /** The command line, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new HubCommand()).setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("hub: " + explain(failure));
            if (Boolean.getBoolean("kruispunt.stack-traces")) {
                failure.printStackTrace(line.getErr());
            }
            return failure instanceof WrongUse ? WRONG_USE : UNREACHABLE;
        });
    }

    private static String explain(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getName() : message;
    }
}
