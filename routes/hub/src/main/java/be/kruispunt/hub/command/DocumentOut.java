package be.kruispunt.hub.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A document that a command makes: by itself on standard output, so that it can be piped, or in a file; with
 * {@code --json} as a part of the answer, unless it went into a file.
 */
final class DocumentOut {
    private DocumentOut() {}

    static void write(Output out, Path target, byte[] xml, Map<String, ?> answer) {
        var whole = new LinkedHashMap<String, Object>(answer);
        if (!target.equals(Xml.STANDARD)) {
            OutFile.write(target, xml);
            whole.put("file", target.toString());
        } else if (out.isJson()) {
            whole.put("document", new String(xml, StandardCharsets.UTF_8));
        } else {
            System.out.write(xml, 0, xml.length);
            System.out.flush();
        }
        out.json(whole);
    }
}
