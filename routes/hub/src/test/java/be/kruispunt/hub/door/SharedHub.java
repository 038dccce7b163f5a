package be.kruispunt.hub.door;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test the {@link Door} of one hub, which is started for the first test of a run and closed after the last. */
final class SharedHub implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Door.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedHub.class))
                .getOrComputeIfAbsent(TestHub.class, key -> TestHub.start(), TestHub.class)
                .door();
    }
}
