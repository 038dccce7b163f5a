package be.kruispunt.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A response. Nothing of it is kept by what lies between: it is about persons, or about this moment. */
@SuppressWarnings("ArrayRecordComponent") // written once, and gone
record Outgoing(int status, String mediaType, byte[] body, Map<HeaderName, String> headers) {
    static final HeaderName RELATED_TRACE = HeaderNames.create("BelGov-Related-Trace-Id");

    private static final String RETRY_AFTER_SECONDS = "1";

    Outgoing {
        headers = Map.copyOf(headers);
    }

    static Outgoing of(Problem problem, UUID trace) {
        var outgoing = new Outgoing(problem.type().status(), Problem.MEDIA_TYPE, problem.json(trace), Map.of());
        return switch (problem.type()) {
            case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> outgoing.with(HeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
            default -> outgoing;
        };
    }

    static Outgoing of(Reply reply, Operation operation, UUID trace) {
        return switch (reply) {
            case Reply.Done(int status, byte[] body) -> new Outgoing(status, operation.produces(), body, Map.of());
            case Reply.Refused(Problem problem) -> of(problem, trace);
        };
    }

    Outgoing with(HeaderName name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Outgoing(status, mediaType, body, more);
    }

    void send(ServerRequest request, ServerResponse response, UUID trace) {
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, mediaType)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(RequestCheck.TRACE, trace.toString());
        RequestCheck.callersTrace(request.headers()).ifPresent(theirs -> response.header(RELATED_TRACE, theirs));
        headers.forEach(response::header);
        if (request.prologue().method().equals(Method.HEAD)) {
            response.send();
        } else {
            response.send(body);
        }
    }
}
