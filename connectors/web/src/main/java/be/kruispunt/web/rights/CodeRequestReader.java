package be.kruispunt.web.rights;

import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CodeRequest;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.web.Call;
import be.kruispunt.web.Issue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the body of a request for a code as {@code openapi.yaml} says it. */
final class CodeRequestReader {
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("scheme", "legalContext", "customer", "birthYear"));

    private final StrictJson json = new StrictJson();

    /** A request, or all that is wrong with it. */
    sealed interface Read {
        record Understood(CodeRequest request) implements Read {}

        record Wrong(List<Issue> issues) implements Read {}
    }

    Read read(Call call, LocalDate today) {
        return switch (json.read(call.body())) {
            case StrictJson.Read.Wrong(String detail) ->
                new Read.Wrong(List.of(Issue.inBody(Issue.Type.SCHEMA_VIOLATION, "", detail)));
            case StrictJson.Read.Tree(JsonNode tree) -> read(call, tree, today);
        };
    }

    private static Read read(Call call, JsonNode tree, LocalDate today) {
        var findings = new Findings();
        if (!findings.isObject(tree, "", FIELDS)) {
            return new Read.Wrong(findings.issues());
        }
        Optional<SchemeCode> scheme = QuestionReader.scheme(tree, findings);
        Optional<LegalContext> context = QuestionReader.context(tree, findings);
        Optional<AskedPerson> customer = customer(tree.path("customer"), findings);
        JsonNode birthYear = tree.path("birthYear");
        if (!birthYear.isMissingNode() && !birthYear.isBoolean()) {
            findings.add(Issue.Type.SCHEMA_VIOLATION, "birthYear", "true or false wanted");
        }
        if (!findings.none()) {
            return new Read.Wrong(findings.issues());
        }
        var question = new RightsQuestion(
                call.caller(),
                scheme.orElseThrow(),
                context.orElseThrow(),
                today,
                List.of(customer.orElseThrow()),
                call.trace().toString());
        return new Read.Understood(new CodeRequest(question, birthYear.asBoolean(false)));
    }

    private static Optional<AskedPerson> customer(JsonNode node, Findings findings) {
        if (node.isMissingNode()) {
            findings.add(Issue.Type.REQUIRED_INPUT, "customer", "wanted");
            return Optional.empty();
        }
        return QuestionReader.customer(node, "customer", findings);
    }
}
