package be.kruispunt.hub;

import be.kruispunt.buffer.AskRights;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.rights.Scheme;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.SideDoor;
import be.kruispunt.store.Store;
import be.kruispunt.store.StoreUnavailable;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.web.Bounds;
import be.kruispunt.web.Monitoring;
import be.kruispunt.web.NotNow;
import be.kruispunt.web.WebDoor;
import be.kruispunt.web.WebSettings;
import be.kruispunt.web.rights.OfferedScheme;
import be.kruispunt.web.rights.RightsResource;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The HTTP door of a hub, wired by hand: to whom it opens, and what is served behind it. */
record HubWeb(Settings settings, HubTrust trust, Store store, Tools tools) {
    /** Requests that are answered at the same time for each connection to PostgreSQL: small questions share one. */
    private static final int PER_CONNECTION = 8;

    /**
     * Opens it.
     *
     * @param port 0 for a free one
     */
    WebDoor open(int port) {
        Schemes schemes = tools.schemes();
        SideDoor side = store.sideDoor(settings.webPool());
        var asking = new AskRights(
                RightsSteps.considering(settings, side::register, side.rights(), schemes, InstantSource.system()),
                side.rights(),
                RightsSteps.rules(settings).limits(),
                settings.webPool());
        List<OfferedScheme> offered = offered(schemes);
        var rights = new RightsResource(question -> answered(asking, question), () -> offered);
        var codes = new Counter(settings, trust.folder(), side::register, side.rights(), schemes).resource();
        return WebDoor.open(
                new WebSettings(
                        settings.webHost(),
                        port,
                        trust.folder().hubTls(),
                        Bounds.STANDARD.inAll(PER_CONNECTION * settings.webPool())),
                trust.store(),
                known(),
                Stream.of(rights.operations(), codes.operations(), Monitoring.operations(health()))
                        .flatMap(List::stream)
                        .toList());
    }

    /** The hub's own certificate too: an operator's monitor asks for the health with it. */
    private Predicate<InstitutionId> known() {
        Predicate<InstitutionId> itself = settings.hub()::equals;
        return itself.or(new Registered(store)); // in this order: it is told how a store is that does not answer
    }

    private HubHealth health() {
        InstantSource clock = InstantSource.system();
        CryptoProviders crypto = tools.crypto();
        return new HubHealth(
                () -> store.keeps() && store.isAvailable(),
                trust,
                new DocumentSigner(trust.folder().hubIdentity(), crypto, clock),
                new DocumentVerifier(trust.store(), crypto),
                clock);
    }

    private static RightsReply answered(AskRights asking, RightsQuestion question) {
        try {
            return asking.ask(question);
        } catch (StoreUnavailable e) {
            throw new NotNow(e);
        }
    }

    private static List<OfferedScheme> offered(Schemes schemes) {
        return schemes.all().stream().map(HubWeb::offered).toList();
    }

    private static OfferedScheme offered(Scheme scheme) {
        var names = new TreeMap<String, String>();
        scheme.names().forEach((language, name) -> names.put(language.code(), name));
        return new OfferedScheme(
                scheme.code(), scheme.version(), names, scheme.legal(), scheme.valid(), scheme.counter());
    }
}
