package be.kruispunt.hub.command;

import be.kruispunt.access.Institution;
import be.kruispunt.access.Register;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.Store;
import be.kruispunt.store.Subscription;
import be.kruispunt.store.Subscriptions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights subscribe}. */
@Command(
        name = "subscribe",
        mixinStandardHelpOptions = true,
        description = {
            "Has a supplier told of all its customers every quarter, and every day of what changed, without asking: as"
                    + " files",
            "in its folder below batch.folder. Whether it may know is decided at each run, as for any question."
                    + " Without a",
            "supplier: lists the subscriptions."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights subscribe",
            "  hub rights subscribe BE:0999900447 --scheme ENERGY_SOCIAL_TARIFF --purpose SOCIAL_TARIFF_ENERGY",
            "  hub rights subscribe BE:0999900447 --scheme ENERGY_SOCIAL_TARIFF --purpose SOCIAL_TARIFF_ENERGY --remove"
        })
final class RightsSubscribeCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "INSTITUTION",
            description = "the supplier's id; without it the subscriptions are listed")
    private String supplier = "";

    @Option(names = "--scheme", paramLabel = "SCHEME", description = "the right, as hub rights schemes lists it")
    private String scheme = "";

    @Option(names = "--purpose", paramLabel = "PURPOSE", description = "the legal context of its deliberation")
    private String purpose = "";

    @Option(names = "--until", paramLabel = "DAY", description = "the last day, such as 2027-12-31; default: none")
    private String until = "";

    @Option(names = "--remove", description = "tell it no more")
    private boolean remove;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "who says so; default: the account's name")
    private String by = "";

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Optional<Subscription> wanted = supplier.isEmpty() ? Optional.empty() : Optional.of(subscription());
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            Subscriptions subscriptions = store.runs().subscriptions();
            wanted.filter(each -> !remove).ifPresent(each -> requireRegistered(each, store.register()));
            return wanted.map(each -> change(subscriptions, each)).orElseGet(() -> list(subscriptions));
        }
    }

    /** Its runs would be refused day after day. One that left the register can still be told no more. */
    private void requireRegistered(Subscription wanted, Register register) {
        if (register.institutions().stream().map(Institution::id).noneMatch(wanted.supplier()::equals)) {
            throw new WrongUse(wanted.supplier()
                    + " is not registered: correct its id, or add it to the register file and apply that: "
                    + data.hint("register", "apply", "register.yaml"));
        }
    }

    private Subscription subscription() {
        if (scheme.isEmpty() || purpose.isEmpty()) {
            throw new WrongUse("which right, and for which purpose? give --scheme and --purpose");
        }
        try {
            SchemeCode code = SchemeCode.of(scheme);
            Schemes schemes = data.settings().schemes();
            if (!schemes.has(code)) {
                throw new WrongUse("there is no such right; they are listed by: " + data.hint("rights", "schemes"));
            }
            LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));
            Optional<LocalDate> last = until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
            return new Subscription(
                    InstitutionId.of(supplier), code, LegalContext.of(purpose), new Validity(today, last));
        } catch (DateTimeException e) {
            throw new WrongUse(new IllegalArgumentException("--until: a day such as 2027-12-31 wanted", e));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }

    private int change(Subscriptions subscriptions, Subscription wanted) {
        if (!remove) {
            subscriptions.put(wanted, by);
            out.line(text(wanted) + ": is told of its customers from now on");
            out.json(json(wanted));
            return Exit.SUCCESS.code();
        }
        boolean removed = subscriptions.remove(wanted, by);
        out.line(text(wanted) + (removed ? ": is told no more" : ": there is no such subscription"));
        out.json(Map.of("removed", removed));
        return (removed ? Exit.SUCCESS : Exit.NEGATIVE).code();
    }

    private int list(Subscriptions subscriptions) {
        List<Subscription> all = subscriptions.all();
        all.forEach(each -> out.line(text(each) + ", " + each.valid()));
        if (all.isEmpty()) {
            out.line("nobody is told without asking");
        }
        out.json(Map.of(
                "subscriptions", all.stream().map(RightsSubscribeCommand::json).toList()));
        return Exit.SUCCESS.code();
    }

    private static String text(Subscription each) {
        return each.supplier() + " " + each.scheme() + " for " + each.purpose();
    }

    private static Map<String, Object> json(Subscription each) {
        var json = new LinkedHashMap<String, Object>();
        json.put("supplier", each.supplier().value());
        json.put("scheme", each.scheme().value());
        json.put("legalContext", each.purpose().value());
        json.put("from", each.valid().from().toString());
        each.valid().until().ifPresent(last -> json.put("until", last.toString()));
        return json;
    }
}
