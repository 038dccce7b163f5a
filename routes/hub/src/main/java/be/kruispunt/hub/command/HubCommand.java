package be.kruispunt.hub.command;

import java.util.List;
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
        })
public final class HubCommand {
    static final int NEGATIVE = Exit.NEGATIVE.code();

    private static final List<Class<?>> COMMANDS = List.of(
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
            HelpCommand.class);

    HubCommand() {}

    /** The command line with all its commands, ready to execute. */
    public static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    /** The command line for these arguments: to make every command takes longer than most of them work. */
    static CommandLine commandLine(String[] arguments) {
        return commandLine(COMMANDS.stream()
                .filter(command -> arguments.length > 0 && isNamed(command, arguments[0]))
                .<List<Class<?>>>map(List::of)
                .findFirst()
                .orElse(COMMANDS));
    }

    /** Help tells of the others, so it is never made alone. */
    private static boolean isNamed(Class<?> command, String name) {
        return command != HelpCommand.class
                && command.getAnnotation(Command.class).name().equals(name);
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        var line = new CommandLine(new HubCommand());
        commands.forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((failure, command, parsed) -> Failures.explain(failure, command))
                .setParameterExceptionHandler((wrong, arguments) -> Failures.explain(wrong));
        withExitCodes(line);
        HelpText.fit(line);
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
