package be.kruispunt.hub;

import static be.kruispunt.hub.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.hub.command.HubCommand;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What a command says of itself. */
class HelpTest {
    /** Every command, those of commands included, by its words: {@code register apply}. */
    static Stream<CommandLine> commands() {
        return below(HubCommand.commandLine());
    }

    static String words(CommandLine command) {
        return command.getCommandSpec().qualifiedName().substring("hub ".length());
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(below -> !below.getCommandName().equals("help"))
                .flatMap(below -> Stream.concat(Stream.of(below), below(below)));
    }

    static Stream<String> namesOfCommands() {
        return commands().map(HelpTest::words);
    }

    @ParameterizedTest
    @MethodSource("namesOfCommands")
    void everyCommandHelps(String command) {
        assertThat(run((command + " --help").split(" ")))
                .returns(0, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("Usage: hub " + command, "Examples:", "Exit codes:", "2   wrong use");
    }

    @Test
    void helpLeadsToEachCommand() {
        HubCommand.commandLine().getSubcommands().keySet().stream()
                .filter(name -> !name.equals("help"))
                .forEach(name -> assertThat(run("help", name).exit()).as(name).isZero());
    }

    @Test
    void withoutACommand_allAreShown() {
        Ran ran = run();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Missing required subcommand").contains("Commands:", "Exit codes:");
    }

    @Test
    void aListOfCommands_saysAWholeSentenceOfEach() {
        commands().forEach(command -> assertThat(
                        command.getCommandSpec().usageMessage().description()[0])
                .as(words(command))
                .endsWith("."));
    }

    @Test
    void anExample_canBeCopiedAsItStands() {
        commands().forEach(command -> {
            String help = command.getUsageMessage();
            assertThat(command.getCommandSpec().usageMessage().footer())
                    .as(words(command))
                    .allSatisfy(example -> assertThat(help.lines()).contains(example.stripTrailing()));
        });
    }

    @Test
    void everyOptionIsDescribed() {
        commands().forEach(command -> assertThat(command.getCommandSpec().args())
                .as(words(command))
                .allSatisfy(option ->
                        assertThat(option.description()).as(option.paramLabel()).isNotEmpty()));
    }
}
