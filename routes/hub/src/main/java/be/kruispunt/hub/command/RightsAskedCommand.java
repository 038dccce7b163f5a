package be.kruispunt.hub.command;

import be.kruispunt.model.id.Insz;
import be.kruispunt.store.AnswerAudit.About;
import be.kruispunt.store.Look;
import be.kruispunt.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hub rights asked}. */
@Command(
        name = "asked",
        mixinStandardHelpOptions = true,
        description =
                "Says who asked for rights of a person, for the person himself who wants to know: when, which right,"
                        + " for which purpose, by which deliberation, and what was said; and who looked at it before."
                        + " Nobody else stands in it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights asked 84031712187 --reason 'request 26/031'",
            "  hub rights asked 84031712187 --reason 'request 26/031' --by Jan --json"
        })
final class RightsAskedCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "PERSON", description = "the person's INSZ, also an earlier one")
    private String person = "";

    @Mixin
    private LookOption look = new LookOption();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Insz who = person();
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            About about = store.rights().audit().answers().about(who, look.look());
            var words = new AnswerWords(store.register());
            about.answers().forEach(answer -> {
                out.line(words.question(answer.question()));
                out.line("  answer " + answer.id() + ": " + AnswerWords.said(answer));
            });
            if (about.answers().isEmpty()) {
                out.line("nobody asked, as far as it is kept");
            }
            about.looks()
                    .forEach(before ->
                            out.line("looked at " + before.at() + " by " + before.by() + ": " + before.reason()));
            out.json(Map.of(
                    "questions", about.answers().stream().map(words::json).toList(),
                    "looks",
                            about.looks().stream().map(RightsAskedCommand::json).toList()));
            return (about.answers().isEmpty() ? Exit.NEGATIVE : Exit.SUCCESS).code();
        }
    }

    private static Map<String, Object> json(Look look) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", look.at().toString());
        json.put("by", look.by());
        json.put("reason", look.reason());
        return json;
    }

    private Insz person() {
        try {
            return Insz.of(person);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }
}
