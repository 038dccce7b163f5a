package be.kruispunt.web.rights;

import be.kruispunt.model.rights.CodeReply;
import be.kruispunt.model.rights.CodeRequest;
import be.kruispunt.model.rights.IssuedCode;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.web.Call;
import be.kruispunt.web.Issue;
import be.kruispunt.web.NotNow;
import be.kruispunt.web.Operation;
import be.kruispunt.web.Operation.Method;
import be.kruispunt.web.Problem;
import be.kruispunt.web.Reply;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code /rights/v1}: codes that a customer carries to a counter, and what a counter needs to read them. The keys and the list are public
 * and signed or compared by hand: an institution hands them on to counters, which have no certificate for this door.
 */
public final class CodesResource {
    private final CodeRequestReader reader = new CodeRequestReader();
    private final Function<CodeRequest, CodeReply> issuing;
    private final Supplier<LocalDate> today;
    private final Supplier<String> keys;
    private final Supplier<String> withdrawals;

    /**
     * A resource that asks these; each may be called by several threads, and throws {@link NotNow} when what it needs is away.
     *
     * @param issuing does the same work for whom it knows and for whom it does not
     * @param today by the calendar of the rights
     * @param keys a JWK set
     * @param withdrawals a Token Status List, as JWS
     */
    public CodesResource(
            Function<CodeRequest, CodeReply> issuing,
            Supplier<LocalDate> today,
            Supplier<String> keys,
            Supplier<String> withdrawals) {
        this.issuing = issuing;
        this.today = today;
        this.keys = keys;
        this.withdrawals = withdrawals;
    }

    public List<Operation> operations() {
        return List.of(
                new Operation(Method.POST, "/rights/v1/codes", "application/json", this::issue),
                new Operation(Method.GET, "/rights/v1/keys", "application/jwk-set+json", call -> text(keys)),
                new Operation(
                        Method.GET, "/rights/v1/withdrawals", "application/statuslist+jwt", call -> text(withdrawals)));
    }

    private Reply issue(Call call) {
        return switch (reader.read(call, today.get())) {
            case CodeRequestReader.Read.Wrong(var issues) -> new Reply.Refused(Problem.badRequest(issues));
            case CodeRequestReader.Read.Understood(var request) -> told(issuing.apply(request));
        };
    }

    private static Reply told(CodeReply reply) {
        return switch (reply) {
            case CodeReply.NotAtCounters() ->
                new Reply.Refused(Problem.badRequest(Issue.inBody(
                        Issue.Type.INVALID_INPUT, "scheme", "a right that counters take codes for wanted")));
            case CodeReply.Answered(RightsReply.Refused(var reason), Optional<IssuedCode> _) ->
                new Reply.Refused(RightsResource.problem(reason));
            case CodeReply.Answered(RightsReply.Answered(var lines), Optional<IssuedCode> code) ->
                Reply.Done.ok(RightsText.code(lines, code));
        };
    }

    private static Reply text(Supplier<String> text) {
        return Reply.Done.ok(text.get().getBytes(StandardCharsets.UTF_8));
    }
}
