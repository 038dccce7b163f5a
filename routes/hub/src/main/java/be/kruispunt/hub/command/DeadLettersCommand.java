package be.kruispunt.hub.command;

import be.kruispunt.broker.DeadLetters;
import be.kruispunt.broker.DeadLetters.DeadLetter;
import be.kruispunt.broker.HubConnections;
import java.util.LinkedHashMap;
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
        description =
                "Lists what waits for an operator: messages on which a step of the hub broke for good, and documents"
                    + " that their receivers rejected. Puts them back, or refuses a message so that its sender hears.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub dead-letters",
            "  hub dead-letters --retry",
            "  hub dead-letters --refuse ID --reason 'this form cannot be handled; send it on paper'"
        })
final class DeadLettersCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--retry",
            arity = "0..1",
            paramLabel = "ID",
            fallbackValue = ALL,
            description =
                    "put this one back, or all of them: a message into the intake, a document before its receiver")
    private String retry = "";

    @Option(
            names = "--refuse",
            paramLabel = "ID",
            description = "have this message refused with REFUSED_BY_OPERATOR; needs --reason")
    private String refuse = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "what the sender reads; no personal data")
    private String reason = "";

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        requireSense();
        var deadLetters = new DeadLetters(
                HubConnections.remote(data.brokerUri(), data.trust().hubTls()));
        List<DeadLetter> letters = deadLetters.list();
        letters.forEach(letter -> out.line(line(letter)));
        int again = retried(deadLetters);
        boolean refused = !refuse.isEmpty() && deadLetters.refuse(refuse, reason.strip());
        out.line(letters.size() + " dead letter(s)" + outcome(again, refused));
        out.json(Map.of(
                "deadLetters",
                letters.size(),
                "retried",
                again,
                "refused",
                refused ? 1 : 0,
                "letters",
                letters.stream().map(DeadLettersCommand::json).toList()));
        boolean asked = refuse.isEmpty() ? retry.isEmpty() || retry.equals(ALL) || again > 0 : refused;
        return asked ? 0 : HubCommand.NEGATIVE;
    }

    private String outcome(int again, boolean refused) {
        if (!refuse.isEmpty()) {
            return refused ? ", 1 refused" : ", and no message with the id " + refuse;
        }
        if (!retry.isEmpty() && !retry.equals(ALL) && again == 0) {
            return ", and none with the id " + retry + " that can be put back";
        }
        return retry.isEmpty() ? "" : ", " + again + " put back";
    }

    private void requireSense() {
        if (!refuse.isEmpty() && !retry.isEmpty()) {
            throw new WrongUse("--retry or --refuse, not both");
        }
        if (refuse.isEmpty() != reason.isBlank()) {
            throw new WrongUse("--refuse ID and --reason TEXT belong together");
        }
    }

    private int retried(DeadLetters deadLetters) {
        if (retry.isEmpty()) {
            return 0;
        }
        return retry.equals(ALL) ? deadLetters.retryAll() : deadLetters.retry(retry) ? 1 : 0;
    }

    private static String line(DeadLetter letter) {
        String whose = letter.receiver()
                .map(receiver -> letter.document().map(code -> " " + code).orElse("") + " for " + receiver
                        + ", of ticket " + letter.ticket().map(Object::toString).orElse("unknown"))
                .orElseGet(() -> " from " + letter.user().map(Object::toString).orElse("an unknown user"));
        String tried = letter.receiver().isPresent() ? "" : ", tried " + (letter.attempts() + 1) + " times";
        return letter.id() + whose + ", " + letter.bytes() + " bytes, here since " + letter.failedAt() + tried + ": "
                + letter.cause();
    }

    private static Map<String, Object> json(DeadLetter letter) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", letter.id());
        letter.user().ifPresent(user -> map.put("from", user.value()));
        letter.receiver().ifPresent(receiver -> map.put("for", receiver.value()));
        letter.ticket().ifPresent(ticket -> map.put("ticket", ticket.toString()));
        letter.document().ifPresent(document -> map.put("document", document));
        map.put("cause", letter.cause());
        map.put("attempts", letter.attempts() + 1);
        map.put("since", letter.failedAt().toString());
        map.put("bytes", letter.bytes());
        return map;
    }
}
