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
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub demo                                    see documents cross a hub",
            "  hub init && hub start                       a hub of your own, with a demonstration's register",
            "  hub help send                               everything about one command"
        },
        subcommands = {
            InitCommand.class,
            StartCommand.class,
            RegisterCommand.class,
            DemoCommand.class,
            SendCommand.class,
            InboxCommand.class,
            ValidateCommand.class,
            TranslateCommand.class,
            SignCommand.class,
            VerifyCommand.class,
            TrustCommand.class,
            TraceCommand.class,
            CaseCommand.class,
            RightsCommand.class,
            DeadLettersCommand.class,
            BenchCommand.class,
            HelpCommand.class
        })
public final class HubCommand {
    static final int NEGATIVE = Exit.NEGATIVE.code();

    HubCommand() {}

    /** The command line, ready to execute. */
    public static CommandLine commandLine() {
        var line = new CommandLine(new HubCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> Failures.explain(failure, command))
                .setParameterExceptionHandler((wrong, arguments) -> Failures.explain(wrong));
        withExitCodes(line);
        return line;
    }

    private static void withExitCodes(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(Exit.list());
        line.getSubcommands().values().forEach(HubCommand::withExitCodes);
    }
}
