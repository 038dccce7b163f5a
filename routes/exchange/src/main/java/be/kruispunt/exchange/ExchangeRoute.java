package be.kruispunt.exchange;

import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.IntakeBatch;
import be.kruispunt.model.outcome.Step;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;

/**
 * The path of a document, top to bottom, a line per step: {@code each} works message by message, {@code once} for the
 * batch. Each line says what of a message it takes and what it gives; lines that do not fit together do not start. The
 * intake commits the broker's transaction when the route is done, and rolls it back when it failed.
 */
public final class ExchangeRoute extends RouteBuilder {
    private final String intake;
    private final Steps steps;
    private final Journey journey;
    private final Line line = new Line(BrokerMessage.class);

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
        receive(batch);

        each(batch, Step.PARSE, Received.class, Parsed.class, steps.parse()::parse);
        each(batch, Step.AUTHENTICATE, Parsed.class, Authenticated.class, steps.authenticate()::authenticate);
        each(batch, Step.VALIDATE, Authenticated.class, Validated.class, steps.validate()::validate);

        // Who waits for a neighbour of the same batch has a round of its own: its order is that of the queue.
        var round = batch.loopDoWhile(this::isUnderWay).id("rounds");
        once(round, Step.LOOK_UP, Validated.class, LookedUp.class, steps.lookUp()::lookUp);
        each(round, Step.AUTHORISE, LookedUp.class, Authorised.class, steps.authorise()::authorise);
        aside(
                round,
                Step.CONSIDER,
                Authorised.class,
                steps.consider()::consider); // for the hub itself: goes on at Sign
        each(round, Step.CORRELATE, Authorised.class, Correlated.class, steps.correlate()::correlate);
        each(round, Step.TRANSLATE, Correlated.class, Translated.class, steps.translate()::translate);
        decided(round, Step.SIGN, Translated.class, Passage.Ready.class, steps.sign()::sign);

        once(round, Step.RECORD, Passage.Ready.class, Passage.Recorded.class, steps.record()::record);
        once(round, Step.DELIVER, Passage.Recorded.class, Passage.Done.class, steps.deliver()::deliver);
    }

    private boolean isUnderWay(Exchange exchange) {
        return exchange.getMessage().getBody(Batch.class).isUnderWay();
    }

    private void receive(ProcessorDefinition<?> path) {
        line.add(Step.RECEIVE, BrokerMessage.class, Received.class);
        path.transform().body(IntakeBatch.class, steps.receive()::receive).id(id(Step.RECEIVE));
    }

    /** A step that a message takes while it is under way; refused ones pass it by. */
    private <I extends Stage, O extends Stage> void each(
            ProcessorDefinition<?> path, Step step, Class<I> takes, Class<O> gives, Function<I, Result<O>> work) {
        line.add(step, takes, gives);
        each(path, step, journey.step(step, takes, work));
    }

    /** A step that takes some messages out of the line, up to the one that decides; the others go on as they came. */
    private <I extends Stage> void aside(
            ProcessorDefinition<?> path, Step step, Class<I> takes, Function<I, Optional<Result<Considered>>> work) {
        line.add(step, takes, takes);
        each(path, step, journey.aside(step, takes, work));
    }

    /** The step that refused messages take as well. */
    private void decided(
            ProcessorDefinition<?> path, Step step, Class<?> takes, Class<?> gives, UnaryOperator<Passage> work) {
        line.add(step, takes, gives);
        each(path, step, journey.last(step, work));
    }

    private static void each(ProcessorDefinition<?> path, Step step, UnaryOperator<Passage> work) {
        path.transform().body(Batch.class, passages -> passages.each(work)).id(id(step));
    }

    private void once(
            ProcessorDefinition<?> path, Step step, Class<?> takes, Class<?> gives, UnaryOperator<Batch> work) {
        line.add(step, takes, gives);
        UnaryOperator<Batch> metered = Shares.metered(work);
        path.transform().body(Batch.class, metered::apply).id(id(step));
    }

    private static String id(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
