package be.kruispunt.hub;

import static be.kruispunt.hub.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.hub.command.HubCommand;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a command says of itself. */
class HelpTest {
    static Stream<String> commands() {
        return HubCommand.commandLine().getSubcommands().keySet().stream().filter(name -> !name.equals("help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHelps(String command) {
        assertThat(run(command, "--help"))
                .returns(0, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("Usage: hub " + command, "Examples:", "Exit codes:", "2   wrong use");
        assertThat(run("help", command).exit()).isZero();
    }

    @Test
    void withoutACommand_allAreShown() {
        Ran ran = run();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Missing required subcommand").contains("Commands:", "Exit codes:");
    }

    @Test
    void everyOptionIsDescribed() {
        HubCommand.commandLine().getSubcommands().forEach((name, command) -> assertThat(
                        command.getCommandSpec().args())
                .as(name)
                .allSatisfy(option ->
                        assertThat(option.description()).as(option.paramLabel()).isNotEmpty()));
    }
}
