package be.kruispunt.hub.command;

import be.kruispunt.buffer.ExplainRight;
import be.kruispunt.buffer.ExplainRight.Explanation;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.Store;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says why a person has a right on a day, or has none, as it was known at a moment: the line of the"
                        + " version that applied, and the statuses behind it. For those who may know. Who looks, and"
                        + " why, is recorded.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights explain 84031712187 ENERGY_SOCIAL_TARIFF --reason 'audit 26/7'",
            "  hub rights explain 84031712187 ENERGY_SOCIAL_TARIFF --reason 'audit 26/7' --day 2026-11-20"
                    + " --known 2026-11-21T09:00:00Z --json"
        })
final class RightsExplainCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "PERSON", description = "the person's INSZ")
    private String person = "";

    @Parameters(index = "1", paramLabel = "SCHEME", description = "the right, as hub rights schemes lists it")
    private String scheme = "";

    @Mixin
    private LookOption look = new LookOption();

    @Option(names = "--day", paramLabel = "DAY", description = "the day, such as 2026-11-20; default: today")
    private String day = "";

    @Option(
            names = "--known",
            paramLabel = "MOMENT",
            description = "as it was known then, such as 2026-11-21T09:00:00Z; default: now")
    private String known = "";

    @Option(names = "--numbers", description = "show persons' numbers in full")
    private boolean numbers;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Insz who = value(person, Insz::of);
        SchemeCode right = value(scheme, SchemeCode::of);
        LocalDate on = day.isEmpty() ? LocalDate.now(ZoneId.of("Europe/Brussels")) : value(day, Validity::day);
        Schemes schemes = data.settings().schemes();
        if (!schemes.has(right)) {
            throw new WrongUse("there is no such right; they are listed by: " + data.hint("rights", "schemes"));
        }
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            RightsStore rights = store.rights();
            rights.audit().answers().look(who, look.look());
            Instant then = known.isEmpty() ? rights.moment() : value(known, Instant::parse);
            Explanation explanation = new ExplainRight(rights, new Derivation(schemes)).explain(who, right, on, then);
            var text = new ExplanationText(numbers);
            text.lines(explanation).forEach(out::line);
            var json = new LinkedHashMap<String, Object>();
            json.put("day", on.toString());
            json.put("known", then.toString());
            text.put(explanation, json);
            out.json(json);
            return (explanation.right().isPresent() ? Exit.SUCCESS : Exit.NEGATIVE).code();
        }
    }

    private static <T> T value(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw new WrongUse(new IllegalArgumentException(
                    "a day such as 2026-11-20, or a moment such as 2026-11-21T09:00:00Z, wanted", e));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }
}
