package be.kruispunt.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.AccessPolicy;
import be.kruispunt.documents.Answers;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.Store;
import be.kruispunt.translation.Translator;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.NamedNode;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The route as an operator sees it: every step under its own name. */
class ExchangeRouteTest {
    @RegisterExtension
    static final GivenStore STORE = new GivenStore();

    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");

    @Test
    void everyNodeHasANameOfItsOwn_inTheOrderOfThePath() throws Exception {
        Path tmp = Path.of(System.getProperty("java.io.tmpdir"));
        Files.createDirectories(tmp);
        Path folder = Files.createTempDirectory(tmp, "route");
        var builder = new ExchangeRoute("intake:documents", steps(folder, STORE.store()));
        builder.configure();
        List<RouteDefinition> routes = builder.getRouteCollection().getRoutes();
        assertThat(routes).hasSize(1);
        RouteDefinition route = routes.getFirst();
        assertThat(route.getRouteId()).isEqualTo("exchange-documents");
        assertThat(route.getDescriptionText()).isNotBlank();
        List<ProcessorDefinition<?>> nodes = route.getOutputs().stream()
                .flatMap(ExchangeRouteTest::withChildren)
                .toList();
        assertThat(nodes).allMatch(ProcessorDefinition::hasCustomIdAssigned, "has an id of its own");
        assertThat(nodes)
                .extracting(NamedNode::getId)
                .doesNotHaveDuplicates()
                .containsExactly(
                        "receive",
                        "parse",
                        "authenticate",
                        "validate",
                        "rounds",
                        "look-up",
                        "authorise",
                        "consider",
                        "correlate",
                        "translate",
                        "sign",
                        "record",
                        "deliver");
    }

    private static Stream<ProcessorDefinition<?>> withChildren(ProcessorDefinition<?> node) {
        return Stream.concat(Stream.of(node), node.getOutputs().stream().flatMap(ExchangeRouteTest::withChildren));
    }

    private static Steps steps(Path folder, Store store) throws IOException {
        var trust = new TrustFolder(folder.resolve("trust"));
        DemonstrationAuthority.create(trust, InstantSource.system()).issueHub(HUB, "Hub", List.of());
        InstantSource clock = InstantSource.system();
        var random = new SecureRandom();
        CryptoProviders crypto = CryptoProviders.best();
        DocumentCatalogue catalogue = DocumentCatalogue.standard();
        var writer = new MessageWriter(catalogue);
        var validator = new DocumentValidator(catalogue);
        Translator translator = Translator.standard(catalogue);
        var companions =
                new Companions(translator, new MessageReader(catalogue, Limits.OF_WHAT_THE_HUB_SENDS), validator);
        var retries = new Retries(HUB, clock);
        var firsts = new FirstDeliveries();
        var marks = new DeliveredMarks(store);
        var signing = new Sign.Signing(
                HUB, new DocumentSigner(trust.hubIdentity(), crypto, clock), writer, new Answers(writer));
        return new Steps(
                new Receive(clock, random, now -> {}),
                new Parse(new MessageReader(catalogue, Limits.STANDARD)),
                new Authenticate(new DocumentVerifier(trust.trustStore(), crypto)),
                new Validate(validator),
                new LookUp(store, retries, companions, HUB, clock),
                new Authorise(new AccessPolicy(), ProcessCatalogue.standard()),
                new Consider(HUB, addressed -> {
                    throw new AssertionError("nothing comes");
                }),
                new Correlate(ProcessCatalogue.standard()),
                new Translate(Limits.STANDARD, translator, companions, writer, validator, clock, random),
                new Sign(signing, clock, random),
                new Record(store, firsts, marks, clock),
                new Deliver(new RetryPolicy(1, Duration.ZERO), retries, firsts, marks),
                clock,
                cause -> false);
    }
}
