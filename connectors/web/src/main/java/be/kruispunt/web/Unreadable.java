package be.kruispunt.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.UUID;

/** Answers what never became a request: no HTTP, or too much of it. The connection is closed after it. */
final class Unreadable implements DirectHandler {
    private Unreadable() {}

    static DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, new Unreadable());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        UUID trace = UUID.randomUUID();
        Problem problem = problem(status);
        headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.set(RequestCheck.TRACE, trace.toString());
        return TransportResponse.builder()
                .status(Status.create(problem.type().status()))
                .headers(headers)
                .keepAlive(false)
                .entity(problem.json(trace))
                .build();
    }

    private static Problem problem(Status status) {
        return switch (status.code()) {
            case 413 -> Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "Send less at once");
            case 500 -> Problem.of(ProblemType.INTERNAL_SERVER_ERROR, "The hub could not answer");
            case 503 -> Problem.of(ProblemType.SERVICE_UNAVAILABLE, "The hub cannot answer now; ask again later");
            default ->
                Problem.of(
                        ProblemType.BAD_REQUEST,
                        "This is no request of HTTP/1.1 that can be read: its first line and headers have a bound, its"
                                + " body is not compressed");
        };
    }
}
