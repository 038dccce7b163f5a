package be.kruispunt.web;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.web.Doorkeeper.Standing;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a request into a call, and what comes of it into a response. Whatever is refused is refused here. */
final class Dispatch implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** Who may be answered, and over what. */
    private record Caller(InstitutionId institution, Connection connection) {}

    private final Bounds bounds;
    private final Doorkeeper doorkeeper;
    private final Connections connections;
    private final Turns turns;
    private final List<Operation> operations;
    private volatile boolean closing;

    Dispatch(Bounds bounds, Doorkeeper doorkeeper, Connections connections, List<Operation> operations) {
        this.bounds = bounds;
        this.doorkeeper = doorkeeper;
        this.connections = connections;
        this.turns = new Turns(bounds);
        this.operations = List.copyOf(operations);
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        UUID trace = UUID.randomUUID();
        Optional<Connection> admitted = connections
                .from(request.remotePeer().address())
                .filter(connection -> connection.institution().isPresent());
        Outgoing outgoing = answer(request, trace, admitted);
        boolean last = closing || admitted.isEmpty() || !Body.wasRead(request);
        admitted.ifPresent(Connection::sending);
        outgoing.send(request, last ? response.header(HeaderValues.CONNECTION_CLOSE) : response, trace);
        admitted.ifPresent(Connection::idle);
    }

    /** From now on each answer is the last on its connection. */
    void closing() {
        closing = true;
    }

    private Outgoing answer(ServerRequest request, UUID trace, Optional<Connection> admitted) {
        return switch (doorkeeper.standing(request.remotePeer().tlsCertificates())) {
            case Standing.Refused(Problem problem) -> Outgoing.of(problem, trace);
            case Standing.Known(InstitutionId _)
            when admitted.isEmpty() ->
                refused(ProblemType.TOO_MANY_REQUESTS, "Too many connections; use those again that are open", trace);
            case Standing.Known(InstitutionId caller) ->
                route(request, trace, new Caller(caller, admitted.orElseThrow()));
        };
    }

    private Outgoing route(ServerRequest request, UUID trace, Caller caller) {
        List<Operation> here = operations.stream()
                .filter(operation -> operation.path().equals(request.path().path()))
                .toList();
        if (here.isEmpty()) {
            return refused(ProblemType.RESOURCE_NOT_FOUND, "Nothing is served at this path; see /openapi.yaml", trace);
        }
        String method = request.prologue().method().text();
        Optional<Operation> operation =
                here.stream().filter(one -> one.method().name().equals(method)).findFirst();
        if (operation.isEmpty()) {
            String allowed = here.stream().map(one -> one.method().name()).collect(Collectors.joining(", "));
            return refused(ProblemType.METHOD_NOT_ALLOWED, "Use " + allowed, trace)
                    .with(HeaderNames.ALLOW, allowed);
        }
        return RequestCheck.problem(request, operation.get())
                .map(problem -> Outgoing.of(problem, trace))
                .orElseGet(() -> call(request, trace, caller, operation.get()));
    }

    private Outgoing call(ServerRequest request, UUID trace, Caller caller, Operation operation) {
        Optional<byte[]> body = Body.read(request, bounds.bodyBytes());
        if (body.isEmpty()) {
            return refused(
                    ProblemType.PAYLOAD_TOO_LARGE, "Send at most " + bounds.bodyBytes() + " bytes at once", trace);
        }
        caller.connection().answering();
        int count = bounds.turns(body.get().length);
        return switch (turns.take(caller.institution(), count, operation.atOnce())) {
            case TOO_MANY_OF_ITS_OWN -> refused(ProblemType.TOO_MANY_REQUESTS, "Ask less at the same time", trace);
            case TOO_MANY_IN_ALL ->
                refused(
                        ProblemType.SERVICE_UNAVAILABLE,
                        "More is asked than the hub can answer; ask again later",
                        trace);
            case TAKEN -> {
                try {
                    yield inTurn(trace, caller.institution(), body.get(), operation);
                } finally {
                    turns.giveBack(caller.institution(), count, operation.atOnce());
                }
            }
        };
    }

    private Outgoing inTurn(UUID trace, InstitutionId caller, byte[] body, Operation operation) {
        try {
            return Outgoing.of(operation.answer().apply(new Call(caller, trace, body)), operation, trace);
        } catch (NotNow e) {
            LOG.debug("no answer now trace={}", trace, e);
            return refused(ProblemType.SERVICE_UNAVAILABLE, "The hub cannot answer now; ask again later", trace);
        } catch (RuntimeException e) { // of whatever answers: the caller is told, and the next one is served
            LOG.error("KP4002 no answer trace={} path={}", trace, operation.path(), e);
            return refused(
                    ProblemType.INTERNAL_SERVER_ERROR,
                    "The hub could not answer; tell its operator the number of this problem",
                    trace);
        }
    }

    private static Outgoing refused(ProblemType type, String detail, UUID trace) {
        return Outgoing.of(Problem.of(type, detail), trace);
    }
}
