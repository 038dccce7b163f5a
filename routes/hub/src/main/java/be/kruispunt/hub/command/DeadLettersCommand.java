package be.kruispunt.hub.command;

import be.kruispunt.broker.DeadLetters;
import be.kruispunt.broker.HubConnections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub dead-letters}. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists the messages on which a step of the hub broke for good, with the cause; runs them again.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub dead-letters", "  hub dead-letters --retry"})
final class DeadLettersCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--retry", description = "put all of them back into the intake")
    private boolean retry;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        var deadLetters = new DeadLetters(
                HubConnections.remote(data.brokerUri(), data.trust().hubTls()));
        List<DeadLetters.DeadLetter> letters = deadLetters.list();
        letters.forEach(letter -> out.line(letter.id() + " from "
                + letter.user().map(Object::toString).orElse("an unknown user") + ", " + letter.bytes()
                + " bytes, failed at "
                + letter.failedAt() + ", tried " + (letter.attempts() + 1) + " times: " + letter.cause()));
        int again = retry ? deadLetters.retryAll() : 0;
        out.line(letters.size() + " dead letter(s)" + (retry ? ", " + again + " put back" : ""));
        out.json(Map.of("deadLetters", letters.size(), "retried", again));
        return 0;
    }
}
