package be.kruispunt.web.rights;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.InvalidIdentifier;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.web.Call;
import be.kruispunt.web.Issue;
import be.kruispunt.web.rights.Findings.Unfit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the body of a question as {@code openapi.yaml} says it. */
final class QuestionReader {
    private static final Set<String> QUESTION = new TreeSet<>(Set.of("scheme", "legalContext", "day", "customers"));
    private static final Set<String> CUSTOMER = new TreeSet<>(Set.of("ssin", "customerReference"));
    private static final Pattern SSIN = Pattern.compile("[0-9]{11}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final StrictJson json = new StrictJson();

    /** A question, or all that is wrong with it. */
    sealed interface Read {
        record Understood(RightsQuestion question) implements Read {}

        record Wrong(List<Issue> issues) implements Read {}
    }

    Read read(Call call) {
        return switch (json.read(call.body())) {
            case StrictJson.Read.Wrong(String detail) ->
                new Read.Wrong(List.of(Issue.inBody(Issue.Type.SCHEMA_VIOLATION, "", detail)));
            case StrictJson.Read.Tree(JsonNode tree) -> read(call, tree);
        };
    }

    private static Read read(Call call, JsonNode tree) {
        var findings = new Findings();
        if (!findings.isObject(tree, "", QUESTION)) {
            return new Read.Wrong(findings.issues());
        }
        Optional<SchemeCode> scheme = scheme(tree, findings);
        Optional<LegalContext> context = context(tree, findings);
        Optional<LocalDate> day = findings.required(tree, "", "day", QuestionReader::day);
        List<AskedPerson> customers = customers(tree.path("customers"), findings);
        if (!findings.none()) {
            return new Read.Wrong(findings.issues());
        }
        return new Read.Understood(new RightsQuestion(
                call.caller(),
                scheme.orElseThrow(),
                context.orElseThrow(),
                day.orElseThrow(),
                customers,
                call.trace().toString()));
    }

    static Optional<SchemeCode> scheme(JsonNode tree, Findings findings) {
        return findings.required(
                tree, "", "scheme", code(SchemeCode::of, "2 to 64 capitals, digits and underscores wanted"));
    }

    static Optional<LegalContext> context(JsonNode tree, Findings findings) {
        return findings.required(
                tree, "", "legalContext", code(LegalContext::of, "1 to 64 capitals, digits and underscores wanted"));
    }

    private static List<AskedPerson> customers(JsonNode list, Findings findings) {
        var customers = new ArrayList<AskedPerson>();
        if (list.isMissingNode()) {
            findings.add(Issue.Type.REQUIRED_INPUT, "customers", "wanted");
        } else if (!list.isArray() || list.isEmpty() || list.size() > RightsQuestion.MOST) {
            findings.add(
                    Issue.Type.SCHEMA_VIOLATION,
                    "customers",
                    "a list of 1 to " + RightsQuestion.MOST + " customers wanted");
        } else {
            for (int i = 0; i < list.size(); i++) {
                customer(list.get(i), "customers[" + i + "]", findings).ifPresent(customers::add);
            }
        }
        return customers;
    }

    static Optional<AskedPerson> customer(JsonNode node, String name, Findings findings) {
        if (!findings.isObject(node, name, CUSTOMER)) {
            return Optional.empty();
        }
        if (node.has("ssin") == node.has("customerReference")) {
            findings.add(Issue.Type.EXACTLY_ONE_OF_EXPECTED, name, "one of ssin and customerReference wanted");
            return Optional.empty();
        }
        return findings.optional(node, name, "ssin", QuestionReader::number)
                .or(() -> findings.optional(
                        node,
                        name,
                        "customerReference",
                        code(
                                text -> new AskedPerson.ByReference(CustomerReference.of(text)),
                                "1 to 64 letters, digits, dots, underscores, slashes, colons and dashes wanted")));
    }

    private static AskedPerson number(String text) {
        if (!SSIN.matcher(text).matches()) {
            throw new Unfit(Issue.Type.SCHEMA_VIOLATION, "eleven digits wanted, without dots and dashes");
        }
        try {
            return new AskedPerson.ByNumber(Insz.of(text));
        } catch (InvalidIdentifier e) {
            throw new Unfit(Issue.Type.INVALID_INPUT, "no number of a person: its check digits do not fit");
        }
    }

    private static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new Unfit(Issue.Type.SCHEMA_VIOLATION, "a day wanted, such as 2026-11-26");
        }
        try {
            return Validity.day(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Unfit(Issue.Type.SCHEMA_VIOLATION, "a day of the calendar wanted");
        }
    }

    private static <T> Function<String, T> code(Function<String, T> reader, String wanted) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new Unfit(Issue.Type.SCHEMA_VIOLATION, wanted);
            }
        };
    }
}
