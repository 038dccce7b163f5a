package be.kruispunt.hub;

import be.kruispunt.hub.command.HubCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command answered that was run as a person or a program runs it, in this process. */
public record Ran(int exit, String out, String err) {
    public static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = HubCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    public JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }
}
