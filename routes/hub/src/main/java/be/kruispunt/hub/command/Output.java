package be.kruispunt.hub.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command answers: in lines for a person, or with {@code --json} as one JSON object for a program. */
final class Output {
    @Option(names = "--json", description = "answer in JSON")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    boolean isJson() {
        return json;
    }

    void line(String text) {
        if (!json) {
            writer().println(text);
            writer().flush();
        }
    }

    void json(Map<String, ?> answer) {
        if (!json) {
            return;
        }
        try {
            writer().println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(answer));
            writer().flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of maps, lists and texts is always JSON", e);
        }
    }

    private PrintWriter writer() {
        return spec.commandLine().getOut();
    }
}
