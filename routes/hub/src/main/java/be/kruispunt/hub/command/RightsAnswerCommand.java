package be.kruispunt.hub.command;

import be.kruispunt.buffer.ExplainAnswer;
import be.kruispunt.buffer.ExplainAnswer.Why;
import be.kruispunt.buffer.ExplainRight;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.AnswerProof;
import be.kruispunt.store.GivenAnswer;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.Store;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights answer}. */
@Command(
        name = "answer",
        mixinStandardHelpOptions = true,
        description =
                "Says what was answered under a number: to whom, when, for which day, by which authorisation; and why,"
                        + " by what was known then. For those who may know. With --proof, that it was so and not"
                        + " otherwise.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights answer 01a20141-942e-7270-a0c1-96097ca442d6 --reason 'audit 26/7'",
            "  hub rights answer 01a20141-942e-7270-a0c1-96097ca442d6 --reason 'audit 26/7' --proof answer.json"
        })
final class RightsAnswerCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "ANSWER", description = "the answer's number, as who asked was told it")
    private String answer = "";

    @Mixin
    private LookOption look = new LookOption();

    @Option(names = "--proof", paramLabel = "FILE", description = "write its proof there, for hub rights verify-proof")
    private @Nullable Path proof;

    @Option(
            names = "--line",
            paramLabel = "LINE",
            description = "a line of a result as its asker kept it, where the hub keeps it no more: proves it")
    private String line = "";

    @Option(names = "--numbers", description = "show persons' numbers in full")
    private boolean numbers;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        AnswerId id = id();
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            Optional<GivenAnswer> given = store.rights().audit().answers().answer(id, look.look());
            if (given.isEmpty() && !line.isEmpty()) {
                Optional<AnswerProof> kept = store.rights().audit().answers().proof(id, line);
                kept.ifPresent(this::provedByLine);
                if (kept.isPresent()) {
                    return Exit.SUCCESS.code();
                }
            }
            if (given.isEmpty()) {
                out.line("no answer has this number");
                out.json(Map.of("found", false));
                return Exit.NEGATIVE.code();
            }
            show(store, given.get());
            return Exit.SUCCESS.code();
        }
    }

    private AnswerId id() {
        try {
            return AnswerId.of(answer);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }

    private void show(Store store, GivenAnswer given) {
        RightsStore rights = store.rights();
        var words = new AnswerWords(store.register());
        Map<String, Object> json = words.json(given);
        out.line(words.question(given.question()));
        AnswerWords.trace(given.question()).ifPresent(trace -> {
            out.line("  the question's trace id, the ticket of its message, or the name of its run: " + trace);
            json.put("trace", trace);
        });
        out.line("  answered: " + AnswerWords.said(given));
        given.content()
                .flatMap(GivenAnswer.Content::told)
                .map(RightAnswer::customer)
                .ifPresent(customer -> {
                    out.line("  of its customer " + customer);
                    json.put("customerReference", customer.value());
                });
        Schemes schemes = data.settings().schemes();
        var explain = new ExplainRight(rights, new Derivation(schemes));
        why(new ExplainAnswer(rights, explain, schemes).explain(given), given, json);
        rights.audit().answers().proof(given).ifPresentOrElse(it -> proved(it, json), this::unproved);
        out.json(json);
    }

    private void why(Why why, GivenAnswer given, Map<String, Object> json) {
        switch (why) {
            case Why.NotLookedUp(ExplainAnswer.Reason reason) -> {
                out.line("  because " + reason.meaning());
                json.put("because", reason.name());
            }
            case Why.Followed(var person, var explanation) -> {
                var text = new ExplanationText(numbers);
                out.line("  because of " + text.number(person) + " was known at "
                        + given.question().known() + ":");
                text.lines(explanation).forEach(line -> out.line("    " + line));
                json.put("person", text.number(person));
                text.put(explanation, json);
            }
        }
    }

    private void proved(AnswerProof it, Map<String, Object> json) {
        out.line("  proved by the root " + it.root());
        json.put("root", it.root().toString());
        if (proof != null) {
            ProofFile.write(proof, it);
            out.line("  its proof is in " + proof);
        }
    }

    private void provedByLine(AnswerProof it) {
        var json = new LinkedHashMap<String, Object>();
        out.line("what was said is kept no more; the line is one of those that were told");
        proved(it, json);
        out.json(json);
    }

    private void unproved() {
        if (proof != null) {
            throw new WrongUse("this answer was recorded by a version of the hub that proved none");
        }
    }
}
