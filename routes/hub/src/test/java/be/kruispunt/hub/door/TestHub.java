package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.REGISTER;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.SICKNESS;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNKNOWN_TO_SENDER;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.Samples;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Party;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.Deriver;
import be.kruispunt.store.HouseholdReport;
import be.kruispunt.store.RegisterWriter;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StatusReport;
import be.kruispunt.translation.Translator;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A whole hub in a folder of its own: embedded broker and PostgreSQL, demonstration data and a little more, and every
 * institution connected. It has one intake, so that messages are worked on in the order in which they came.
 */
final class TestHub implements AutoCloseable {
    /** Registered abroad, and takes no document that a U1 can be turned into. */
    static final InstitutionId TAKES_BL1_ONLY = InstitutionId.of("NL:NL2001");

    /** Registered by a test, while the hub is at work. */
    static final InstitutionId NEWCOMER = InstitutionId.of("NL:NL2002");

    /** Nobody registered it. */
    static final InstitutionId STRANGER = InstitutionId.of("LU:0099");

    /** Known to ADEM and to RVA, beside the person of the samples. */
    static final Insz SECOND_PERSON = Samples.insz(4711);

    /** Known to ADEM; RVA has another file on the person than U1 may be sent for. */
    static final Insz IN_ANOTHER_QUALITY = Samples.insz(4722);

    /** A number that was replaced by that of a person whom ADEM does not know. */
    static final Insz REPLACED_BY_A_STRANGER = Samples.insz(4723);

    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));

    private final Path types;
    private final Path files;
    private final Hub hub;
    private final TrustFolder trust;
    private final URI broker;
    private final Keys keys;
    private final Map<InstitutionId, Party> parties = new LinkedHashMap<>();
    private final Door door;

    private TestHub(Hub hub, TrustFolder trust, Keys keys, Path types, Path files) {
        this.types = types;
        this.files = files;
        this.hub = hub;
        this.trust = trust;
        this.keys = keys;
        this.broker = URI.create("amqps://localhost:" + hub.amqpPort());
        CryptoProviders crypto = CryptoProviders.best();
        for (Institution institution : DemonstrationRegister.institutions()) {
            InstitutionId id = institution.id();
            parties.put(id, new Party(id, trust, new InstitutionClient(broker, trust.tls(id), id), crypto));
        }
        this.door = new Door(this);
    }

    static TestHub start() {
        try {
            Path tmp = Path.of(System.getProperty("java.io.tmpdir"));
            Files.createDirectories(tmp);
            var data = new DataFolder(Files.createTempDirectory(tmp, "door"));
            Path given = data.root().resolve("given.properties");
            Path types = withTable(Files.createDirectory(data.root().resolve("types")));
            Files.writeString(
                    given,
                    "amqp.port=0\nweb.port=0\nintake.concurrency=1\ndocuments.folder=" + types + "\nbatch.folder="
                            + data.root().resolve("files") + "\n");
            Settings settings = Settings.load(given);
            new Initialisation(data, progress -> {}).run(settings);
            var trust = new TrustFolder(data.trust());
            Keys keys = Keys.issue(trust);
            Hub hub = Hub.start(settings, data);
            register(hub.store().registerWriter());
            reported(hub.store().rights());
            return new TestHub(hub, trust, keys, types, data.root().resolve("files"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every source of the demonstration has reported, if only that nothing changed: so somebody may be told no. */
    private static void reported(RightsStore rights) {
        Deriver deriver = new Derivation(Schemes.standard())::rights;
        rights.report(new StatusReport(CENTRES, "a test", List.of()), deriver);
        rights.report(new HouseholdReport(REGISTER, "a test", List.of(), Map.of()), deriver);
    }

    /** A table of the operator's own, for a version of U1 that comes later: that of the hub, under its name. */
    private static Path withTable(Path types) throws IOException {
        Path tables = Files.createDirectory(types.resolve("tables"));
        Files.writeString(tables.resolve("index.txt"), "own-u1.yaml U1/7.1 <> U002/4.2\n");
        try (InputStream table = Translator.class.getResourceAsStream("tables/u1-u002.yaml")) {
            Files.writeString(
                    tables.resolve("own-u1.yaml"),
                    new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("form: {U1: \"1.0\"}", "form: {U1: \"7.1\"}"));
        }
        return types;
    }

    /** A counterparty of the U1 that takes this document. */
    static Institution counterparty(InstitutionId id, String name, DocumentType takes) {
        return new Institution(
                id,
                name,
                Network.FOREIGN,
                0,
                ALWAYS,
                List.of(new Competence("PD_U1", CaseRole.COUNTERPARTY, ALWAYS)),
                List.of(takes));
    }

    private static void register(RegisterWriter writer) {
        InstitutionId itself = Settings.defaults().hub();
        writer.putInstitutions(List.of(
                counterparty(TAKES_BL1_ONLY, "Takes BL1 only", DocumentCatalogue.BL1_1_0),
                new Institution(
                        itself,
                        "The hub",
                        Network.PRIMARY,
                        25,
                        ALWAYS,
                        List.of(
                                new Competence("GSS", CaseRole.COUNTERPARTY, ALWAYS),
                                new Competence("PD_U1", CaseRole.COUNTERPARTY, ALWAYS)),
                        List.of())));
        writer.putAuthorisations(List.of(
                withoutIntegration("T/001", ADEM, TAKES_BL1_ONLY, "U1"),
                withoutIntegration("T/002", UWV, ADEM, "U002"),
                withoutIntegration("T/005", ADEM, itself, "U1"),
                withoutIntegration("T/003", ADEM, UWV, "U001"),
                withoutIntegration("T/004", UWV, ADEM, "U001")));
        writer.putDirectoryLines(List.of(
                DemonstrationRegister.line(SECOND_PERSON, ADEM, 0, 2),
                DemonstrationRegister.line(SECOND_PERSON, RVA, 18, 2),
                DemonstrationRegister.line(IN_ANOTHER_QUALITY, ADEM, 0, 2),
                new DirectoryLine(IN_ANOTHER_QUALITY, RVA, 18, "2", 2, ALWAYS, LocalDate.of(2026, 1, 5))));
        writer.putReplacedNumbers(Map.of(REPLACED_BY_A_STRANGER, UNKNOWN_TO_SENDER));
    }

    static Authorisation withoutIntegration(String number, InstitutionId from, InstitutionId to, String document) {
        return new Authorisation(
                number,
                from,
                to,
                document,
                document.startsWith("BL") ? SICKNESS : UNEMPLOYMENT,
                Set.of(),
                Set.of(),
                0,
                ALWAYS);
    }

    /** The operator's folder of document types; empty at the start. */
    Path types() {
        return types;
    }

    Door door() {
        return door;
    }

    Hub hub() {
        return hub;
    }

    /** Where suppliers' files come and go. */
    Path files() {
        return files;
    }

    TrustFolder trust() {
        return trust;
    }

    Keys keys() {
        return keys;
    }

    URI broker() {
        return broker;
    }

    Map<InstitutionId, Party> parties() {
        return parties;
    }

    @Override
    public void close() {
        parties.values().forEach(Party::close);
        hub.close();
    }
}
