package be.kruispunt.hub;

import be.kruispunt.access.AccessPolicy;
import be.kruispunt.buffer.Addressed;
import be.kruispunt.buffer.Decision;
import be.kruispunt.documents.Answers;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.exchange.Authenticate;
import be.kruispunt.exchange.Authorise;
import be.kruispunt.exchange.Companions;
import be.kruispunt.exchange.Consider;
import be.kruispunt.exchange.Correlate;
import be.kruispunt.exchange.Deliver;
import be.kruispunt.exchange.DeliveredMarks;
import be.kruispunt.exchange.FirstDeliveries;
import be.kruispunt.exchange.LookUp;
import be.kruispunt.exchange.Parse;
import be.kruispunt.exchange.Receive;
import be.kruispunt.exchange.Record;
import be.kruispunt.exchange.Retries;
import be.kruispunt.exchange.RetryPolicy;
import be.kruispunt.exchange.Sign;
import be.kruispunt.exchange.Steps;
import be.kruispunt.exchange.Translate;
import be.kruispunt.exchange.Validate;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.store.LostRace;
import be.kruispunt.store.Store;
import be.kruispunt.translation.Translator;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.DocumentVerifier;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The steps of the path of a document, wired by hand. */
final class ExchangeSteps {
    private ExchangeSteps() {}

    static Steps of(
            Settings settings,
            HubTrust trust,
            Store store,
            DeliveredMarks marks,
            Tools tools,
            Function<Addressed, Decision> desk) {
        InstantSource clock = InstantSource.system();
        RandomGenerator random = new SecureRandom();
        DocumentCatalogue catalogue = tools.catalogue();
        CryptoProviders crypto = tools.crypto();
        ProcessCatalogue processes = tools.processes();
        var validator = new DocumentValidator(catalogue);
        var writer = new MessageWriter(catalogue);
        var signing = new Sign.Signing(
                settings.hub(),
                new DocumentSigner(trust.folder().hubIdentity(), crypto, clock),
                writer,
                new Answers(writer));
        var firsts = new FirstDeliveries();
        var retries = new Retries(settings.hub(), clock);
        var retry = new RetryPolicy(settings.retryAttempts(), settings.retryFirstDelay());
        Translator translator = tools.translator();
        var sentOn = new MessageReader(catalogue, readable(settings).sentOn());
        var companions = new Companions(translator, sentOn, validator);
        return new Steps(
                new Receive(clock, random, trust.own()::requireUsable),
                new Parse(new MessageReader(catalogue, Limits.STANDARD.withBytes(settings.maxMessageBytes()))),
                new Authenticate(new DocumentVerifier(trust.store(), crypto)),
                new Validate(validator),
                new LookUp(store, retries, companions, settings.hub(), clock),
                new Authorise(new AccessPolicy(), processes),
                new Consider(settings.hub(), desk),
                new Correlate(processes),
                new Translate(readable(settings), translator, companions, writer, validator, clock, random),
                new Sign(signing, clock, random),
                new Record(store, firsts, marks, clock),
                new Deliver(retry, retries, firsts, marks),
                clock,
                cause -> Hub.isAway(cause) || cause instanceof LostRace);
    }

    /** What the hub sends: up to what everybody reads, or to what it takes itself where that is more. */
    private static Limits readable(Settings settings) {
        return Limits.STANDARD.withBytes(Math.max(Limits.STANDARD.bytes(), settings.maxMessageBytes()));
    }
}
