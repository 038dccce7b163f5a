package be.kruispunt.hub.command;

import be.kruispunt.hub.Counter;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CodeReply;
import be.kruispunt.model.rights.CodeRequest;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.IssuedCode;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.RightsReply.Line;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights code}. */
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        description = {
            "Asks, as an institution that may, whether its customer has a right today, and makes a code that he can"
                    + " carry",
            "to a counter. Recorded like any question; the code that he had for this right is withdrawn."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights code MUNICIPAL_LEISURE_PASS --as BE:0999900546 --for LEISURE --customer P-2001",
            "  hub rights code MUNICIPAL_LEISURE_PASS --as BE:0999900546 --for LEISURE --person 84031712187 --out"
                    + " pass.svg"
        })
final class RightsCodeCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "SCHEME", description = "the right")
    private String scheme = "";

    @Option(names = "--as", paramLabel = "INSTITUTION", required = true, description = "who asks")
    private String asker = "";

    @Option(
            names = "--for",
            paramLabel = "PURPOSE",
            required = true,
            description = "the legal context of its authorisation")
    private String purpose = "";

    @ArgGroup(multiplicity = "1")
    private Whom whom = new Whom();

    /** Exactly one. */
    private static final class Whom {
        @Option(names = "--customer", paramLabel = "REFERENCE", description = "its customer, by its own reference")
        private Optional<String> customer = Optional.empty();

        @Option(names = "--person", paramLabel = "INSZ", description = "its customer, by his number")
        private Optional<String> person = Optional.empty();

        AskedPerson asked() {
            return person.<AskedPerson>map(number -> new AskedPerson.ByNumber(Insz.of(number)))
                    .orElseGet(() -> new AskedPerson.ByReference(CustomerReference.of(customer.orElse(""))));
        }
    }

    @Option(names = "--birth-year", description = "let the code tell the year in which he was born")
    private boolean birthYear;

    @Option(names = "--out", paramLabel = "FILE", description = "the QR code into a new file, as SVG")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            var counter = new Counter(
                    data.settings(),
                    data.trust(),
                    store::register,
                    store.rights(),
                    data.settings().schemes());
            return switch (counter.issue().issue(request(counter))) {
                case CodeReply.NotAtCounters() ->
                    refused(
                            "NOT_AT_COUNTERS",
                            "counters take no codes for " + scheme + "; see: " + data.hint("rights", "schemes"));
                case CodeReply.Answered(RightsReply.Refused(var reason), var _) ->
                    refused(reason.name(), reason.meaning());
                case CodeReply.Answered(RightsReply.Answered(var lines), var code) ->
                    code.map(this::issued).orElseGet(() -> refused(said(lines.getFirst())));
            };
        }
    }

    private CodeRequest request(Counter counter) {
        try {
            return new CodeRequest(
                    new RightsQuestion(
                            InstitutionId.of(asker),
                            SchemeCode.of(scheme),
                            LegalContext.of(purpose),
                            counter.today(),
                            List.of(whom.asked()),
                            "hub rights code"),
                    birthYear);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }

    private static String said(Line line) {
        return switch (line) {
            case Line.Told(var answer) -> answer.entitlement().name();
            case Line.NotACustomer _ -> "NOT_A_CUSTOMER";
        };
    }

    private int refused(String outcome) {
        return refused(outcome, outcome);
    }

    private int refused(String outcome, String words) {
        out.line("no code: " + words);
        out.json(Map.of("outcome", outcome));
        return Exit.NEGATIVE.code();
    }

    private int issued(IssuedCode code) {
        file.ifPresent(to -> OutFile.write(to, code.svg().getBytes(StandardCharsets.UTF_8)));
        out.note("code " + code.id() + ", " + code.from() + ".." + code.until());
        out.line(code.text());
        var json = new LinkedHashMap<String, Object>();
        json.put("outcome", "ENTITLED");
        json.put("codeId", code.id().value());
        json.put("from", code.from().toString());
        json.put("until", code.until().toString());
        json.put("text", code.text());
        file.ifPresent(to -> json.put("file", to.toString()));
        out.json(json);
        return Exit.SUCCESS.code();
    }
}
