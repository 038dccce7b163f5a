package be.kruispunt.hub.command;

import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.trust.counter.CodeCheck;
import be.kruispunt.trust.counter.CodeCheck.Checked;
import be.kruispunt.trust.counter.CodeRefusal;
import be.kruispunt.trust.counter.CounterCode;
import be.kruispunt.trust.counter.CounterKeys;
import be.kruispunt.trust.counter.NotBelieved;
import be.kruispunt.trust.counter.WithdrawalList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a code that somebody shows at a counter: who signed it, whether it counts today, and with a list"
                    + " of",
            "withdrawals whether it was withdrawn. Needs no hub, no data folder and no connection."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights check eyJ... --key keys.json",
            "  hub rights check - --key keys.json --withdrawals withdrawals.jwt --right MUNICIPAL_LEISURE_PASS <"
                    + " scanned"
        })
final class RightsCheckCommand implements Callable<Integer> {
    /** More than a code has. */
    private static final int LONGEST_INPUT = 4_096;

    @Parameters(paramLabel = "CODE", description = "what the QR code says; - for standard input")
    private String code = "-";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "the hub's public keys, as hub rights keys writes them")
    private Path key = Path.of("");

    @Option(
            names = "--withdrawals",
            paramLabel = "FILE",
            description = "a list of withdrawals, as hub rights withdrawals writes it, not older than seven days")
    private Optional<Path> withdrawals = Optional.empty();

    @Option(names = "--right", paramLabel = "SCHEME", description = "take codes for this right only")
    private Optional<String> right = Optional.empty();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        CounterKeys keys = value(read(key), CounterKeys::read);
        Optional<WithdrawalList> list = withdrawals.map(file -> list(file, keys));
        var check = new CodeCheck(keys, list, right.map(scheme -> value(scheme, SchemeCode::of)));
        return switch (check.check(code(), Instant.now())) {
            case Checked.Valid(CounterCode valid) -> valid(valid, list);
            case Checked.Refused(CodeRefusal reason) -> refused(reason);
        };
    }

    private int valid(CounterCode code, Optional<WithdrawalList> list) {
        String born =
                code.birthYear().isPresent() ? ", born in " + code.birthYear().getAsInt() : "";
        out.line("valid: " + code.right() + " until " + code.until() + born);
        out.line("  code " + code.id() + " of " + code.issuer()
                + list.map(each -> ", not withdrawn as of " + each.made())
                        .orElse("; whether it was withdrawn was not asked (--withdrawals)"));
        var json = new LinkedHashMap<String, Object>();
        json.put("valid", true);
        json.put("right", code.right().value());
        json.put("from", code.from().toString());
        json.put("until", code.until().toString());
        code.birthYear().ifPresent(year -> json.put("birthYear", year));
        json.put("codeId", code.id().value());
        json.put("issuer", code.issuer().value());
        list.ifPresent(each -> json.put("notWithdrawnAsOf", each.made().toString()));
        out.json(json);
        return Exit.SUCCESS.code();
    }

    private int refused(CodeRefusal reason) {
        out.line("not valid: " + reason.meaning());
        out.json(Map.of("valid", false, "reason", reason.name()));
        return Exit.NEGATIVE.code();
    }

    private static WithdrawalList list(Path file, CounterKeys keys) {
        try {
            return WithdrawalList.read(read(file).strip(), keys);
        } catch (NotBelieved e) {
            throw new WrongUse(file + " is no list of withdrawals that the hub of these keys signed");
        }
    }

    private String code() {
        if (!code.equals("-")) {
            return code.strip();
        }
        try {
            InputStream in = System.in;
            return new String(in.readNBytes(LONGEST_INPUT), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new WrongUse("cannot read standard input: " + e.getMessage());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new WrongUse("cannot read " + file);
        }
    }

    private static <T> T value(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }
}
