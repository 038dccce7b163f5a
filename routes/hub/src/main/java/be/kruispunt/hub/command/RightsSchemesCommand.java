package be.kruispunt.hub.command;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.rights.Scheme;
import be.kruispunt.rights.Schemes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub rights schemes}. */
@Command(
        name = "schemes",
        mixinStandardHelpOptions = true,
        description = "Lists the rights that the hub derives: every version, when it is in force, and on which ground.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights schemes", "  hub rights schemes --json"})
final class RightsSchemesCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        List<Scheme> schemes = schemes().all();
        schemes.forEach(scheme -> out.line("%-28s %s  %s  (%s)"
                .formatted(scheme, scheme.valid(), name(scheme), String.join("; ", scheme.legal()))));
        out.json(Map.of(
                "schemes", schemes.stream().map(RightsSchemesCommand::json).toList()));
        return 0;
    }

    /** With the operator's own, where there is a data folder. */
    private Schemes schemes() {
        return data.settings().schemes();
    }

    private static String name(Scheme scheme) {
        return scheme.names().getOrDefault(Language.EN, scheme.code().value());
    }

    private static Map<String, Object> json(Scheme scheme) {
        var json = new LinkedHashMap<String, Object>();
        json.put("scheme", scheme.code().value());
        json.put("version", scheme.version());
        json.put("from", scheme.valid().from().toString());
        scheme.valid().until().ifPresent(until -> json.put("until", until.toString()));
        json.put("name", name(scheme));
        json.put("legal", scheme.legal());
        return json;
    }
}
