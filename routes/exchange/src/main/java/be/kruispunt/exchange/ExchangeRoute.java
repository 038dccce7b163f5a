package be.kruispunt.exchange;

import be.kruispunt.broker.IntakeBatch;
import be.kruispunt.model.outcome.Step;
import org.apache.camel.builder.RouteBuilder;

/**
 * The path of a document, top to bottom. Steps inside a splitter work message by message, the others once for the
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

        var parse = journey.step(Step.PARSE, Received.class, steps.parse()::parse);
        var authenticate = journey.step(Step.AUTHENTICATE, Parsed.class, steps.authenticate()::authenticate);
        var validate = journey.step(Step.VALIDATE, Authenticated.class, steps.validate()::validate);
        var authorise = journey.step(Step.AUTHORISE, LookedUp.class, steps.authorise()::authorise);
        var correlate = journey.step(Step.CORRELATE, Authorised.class, steps.correlate()::correlate);
        var translate = journey.step(Step.TRANSLATE, Correlated.class, steps.translate()::translate);
        var sign = journey.last(Step.SIGN, steps.sign()::sign);

        from(intake)
                .routeId("exchange-documents")
                .description("From in.<institution> to out.<receiver>, with an answer in out.<sender>")
                .transform()
                .body(IntakeBatch.class, steps.receive()::receive)
                .id("receive")
                .split(body(), new GatherBatch())
                .id("each-to-read")
                .transform()
                .body(Passage.class, parse::apply)
                .id("parse")
                .transform()
                .body(Passage.class, authenticate::apply)
                .id("authenticate")
                .transform()
                .body(Passage.class, validate::apply)
                .id("validate")
                .end()
                .transform()
                .body(Batch.class, steps.lookUp()::lookUp)
                .id("look-up")
                .split(body(), new GatherBatch())
                .id("each-to-decide")
                .transform()
                .body(Passage.class, authorise::apply)
                .id("authorise")
                .transform()
                .body(Passage.class, correlate::apply)
                .id("correlate")
                .transform()
                .body(Passage.class, translate::apply)
                .id("translate")
                .transform()
                .body(Passage.class, sign::apply)
                .id("sign")
                .end()
                .transform()
                .body(Batch.class, steps.record()::record)
                .id("record")
                .process()
                .body(Batch.class, steps.deliver()::deliver)
                .id("deliver");
    }
}
