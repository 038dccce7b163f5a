package be.kruispunt.exchange;

import be.kruispunt.broker.IntakeBatch;
import be.kruispunt.model.outcome.Step;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;

/**
 * The path of a document, top to bottom, a line per step: {@code each} works message by message, {@code once} for the
 * batch. The intake commits the broker's transaction when the route is done, and rolls it back when it failed.
 */
public final class ExchangeRoute extends RouteBuilder {
    private final String intake;
    private final Steps steps;
    private final Journey journey;

    /**
     * Sets up.
     *
     * @param intake the intake endpoint, such as {@code intake:documents?concurrency=2&batch=32}
     */
    public ExchangeRoute(String intake, Steps steps) {
        this.intake = intake;
        this.steps = steps;
        this.journey = new Journey(steps.clock(), steps.stopsEverything());
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler()); // the intake's transaction is the error handling: all of a batch, or none of it

        var batch = from(intake)
                .routeId("exchange-documents")
                .description("From in.<institution> to out.<receiver>, with an answer in out.<sender>");
        once(batch, Step.RECEIVE, IntakeBatch.class, steps.receive()::receive);

        var message = batch.split(body(), new GatherBatch()).id("each-to-read");
        each(message, Step.PARSE, Received.class, steps.parse()::parse);
        each(message, Step.AUTHENTICATE, Parsed.class, steps.authenticate()::authenticate);
        each(message, Step.VALIDATE, Authenticated.class, steps.validate()::validate);

        once(batch, Step.LOOK_UP, Batch.class, steps.lookUp()::lookUp);

        var known = batch.split(body(), new GatherBatch()).id("each-to-decide");
        each(known, Step.AUTHORISE, LookedUp.class, steps.authorise()::authorise);
        each(known, Step.CORRELATE, Authorised.class, steps.correlate()::correlate);
        each(known, Step.TRANSLATE, Correlated.class, steps.translate()::translate);
        each(known, Step.SIGN, steps.sign()::sign);

        once(batch, Step.RECORD, Batch.class, steps.record()::record);
        once(batch, Step.DELIVER, steps.deliver()::deliver);
    }

    /** A step that a message takes while it is under way; refused ones pass it by. */
    private <I extends Stage, O extends Stage> void each(
            ProcessorDefinition<?> path, Step step, Class<I> from, Function<I, Result<O>> work) {
        each(path, journey.step(step, from, work), step);
    }

    /** The step that refused messages take as well. */
    private void each(ProcessorDefinition<?> path, Step step, UnaryOperator<Passage> work) {
        each(path, journey.last(step, work), step);
    }

    private static void each(ProcessorDefinition<?> path, UnaryOperator<Passage> work, Step step) {
        path.transform().body(Passage.class, work::apply).id(id(step));
    }

    private static <T> void once(ProcessorDefinition<?> path, Step step, Class<T> from, Function<T, Object> work) {
        path.transform().body(from, work).id(id(step));
    }

    private static void once(ProcessorDefinition<?> path, Step step, Consumer<Batch> work) {
        path.process().body(Batch.class, work).id(id(step));
    }

    private static String id(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
