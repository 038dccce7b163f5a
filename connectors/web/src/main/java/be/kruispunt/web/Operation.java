package be.kruispunt.web;

import java.util.function.Function;

/**
 * One thing that the door does at a path. {@code openapi.yaml} says the same, and a test holds both together.
 *
 * @param method {@code GET}, or {@code POST} with a body of JSON
 * @param path from the root, without parameters
 * @param produces the media type of what it answers when all is well
 * @param atOnce whether it costs next to nothing, and does not wait for what all others ask
 * @param answer what answers; may be called by several threads at the same time
 */
public record Operation(Method method, String path, String produces, boolean atOnce, Function<Call, Reply> answer) {
    /** What may be done at a path. */
    public enum Method {
        GET,
        POST
    }

    public Operation {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins at the root: " + path);
        }
    }

    /** One that takes its turn among all that is asked. */
    public Operation(Method method, String path, String produces, Function<Call, Reply> answer) {
        this(method, path, produces, false, answer);
    }

    /** What lies ready: it is answered also when questions are many. */
    public static Operation ready(String path, String produces, Function<Call, Reply> answer) {
        return new Operation(Method.GET, path, produces, true, answer);
    }

    boolean takesBody() {
        return method == Method.POST;
    }
}
