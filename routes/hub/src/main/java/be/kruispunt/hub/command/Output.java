package be.kruispunt.hub.command;

import be.kruispunt.hub.text.JsonText;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.hub.text.Progress;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command answers: in lines for a person, or with {@code --json} as one JSON object for a program. */
final class Output {
    @Option(names = "--json", description = "answer with one JSON object on standard output")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    boolean isJson() {
        return json;
    }

    /** The answer, on standard output. */
    void line(String text) {
        if (!json) {
            new Lines(spec.commandLine().getOut()).print(text);
        }
    }

    /** What is said beside a document on standard output: on standard error. */
    void note(String text) {
        if (!json) {
            new Lines(spec.commandLine().getErr()).print(text);
        }
    }

    /** Says now and then how far a long work is, as {@link #note} does. */
    Progress progress() {
        return new Progress(this::note);
    }

    void json(Map<String, ?> answer) {
        if (json) {
            spec.commandLine().getOut().println(new JsonText().of(answer));
            spec.commandLine().getOut().flush();
        }
    }
}
