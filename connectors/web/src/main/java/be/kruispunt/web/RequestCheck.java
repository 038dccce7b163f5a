package be.kruispunt.web;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpMediaType;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every request must be like, whatever it asks for. */
final class RequestCheck {
    static final HeaderName TRACE = HeaderNames.create("BelGov-Trace-Id");
    private static final Pattern TRACE_SHAPE = Pattern.compile("[!-~]{1,36}");

    private RequestCheck() {}

    /** The first thing that is wrong with it for this operation. */
    static Optional<Problem> problem(ServerRequest request, Operation operation) {
        return Stream.<Supplier<Optional<Problem>>>of(
                        () -> trace(request.headers()),
                        () -> query(request),
                        () -> accept(request.headers(), operation),
                        () -> content(request, operation))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The caller's own number of the request, if it has one that can be given back. */
    static Optional<String> callersTrace(ServerRequestHeaders headers) {
        return headers.value(TRACE).filter(value -> TRACE_SHAPE.matcher(value).matches());
    }

    private static Optional<Problem> trace(ServerRequestHeaders headers) {
        if (!headers.contains(TRACE) || callersTrace(headers).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Problem.badRequest(new Issue(
                Issue.Type.SCHEMA_VIOLATION,
                Issue.In.HEADER,
                "BelGov-Trace-Id",
                "1 to 36 printable characters of ASCII without spaces wanted")));
    }

    private static Optional<Problem> query(ServerRequest request) {
        return request.query().isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.badRequest(
                        new Issue(Issue.Type.UNKNOWN_INPUT, Issue.In.QUERY, "", "nothing is asked in the query here")));
    }

    private static Optional<Problem> accept(ServerRequestHeaders headers, Operation operation) {
        return headers.isAccepted(MediaTypes.create(operation.produces()))
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ProblemType.NOT_ACCEPTABLE, "Accept " + operation.produces() + ", which is what is sent here"));
    }

    private static Optional<Problem> content(ServerRequest request, Operation operation) {
        if (!operation.takesBody()) {
            return request.content().hasEntity()
                    ? Optional.of(Problem.badRequest(
                            new Issue(Issue.Type.UNKNOWN_INPUT, Issue.In.BODY, "", "no body is read here")))
                    : Optional.empty();
        }
        ServerRequestHeaders headers = request.headers();
        if (headers.contentType().filter(RequestCheck::isJson).isEmpty()) {
            return Optional.of(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8"));
        }
        return Optional.empty();
    }

    private static boolean isJson(HttpMediaType type) {
        return type.mediaType().text().equals("application/json")
                && type.charset()
                        .filter(charset -> !charset.equalsIgnoreCase("utf-8"))
                        .isEmpty();
    }
}
