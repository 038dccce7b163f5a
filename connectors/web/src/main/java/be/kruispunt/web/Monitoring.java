package be.kruispunt.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** What every door serves beside its resources: how it is, and the contract. */
public final class Monitoring {
    private Monitoring() {}

    /**
     * The operations.
     *
     * @param health asked at each request
     */
    public static List<Operation> operations(Supplier<Health> health) {
        byte[] contract = contract();
        return List.of(
                Operation.ready("/health", "application/json", call -> reply(health.get())),
                Operation.ready("/openapi.yaml", "application/yaml", call -> Reply.Done.ok(contract)));
    }

    /** {@code openapi.yaml}, as it is served. */
    static byte[] contract() {
        try (InputStream in = Monitoring.class.getResourceAsStream("openapi.yaml")) {
            return Objects.requireNonNull(in, "openapi.yaml").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }

    private static Reply reply(Health health) {
        byte[] body = ("{\"status\":\"" + health + "\"}").getBytes(StandardCharsets.UTF_8);
        return new Reply.Done(health.httpStatus(), body);
    }
}
