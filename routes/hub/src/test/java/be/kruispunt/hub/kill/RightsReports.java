package be.kruispunt.hub.kill;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.REGISTER;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_RIGHTS;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_ENERGY;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.hub.sample.Forms;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.store.CustomerReport;
import be.kruispunt.store.Store;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentSigner;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What sources and a supplier send: for each person a household, a living wage, a customer of the supplier, and a question about that
 * customer, who was registered before under another reference too.
 */
final class RightsReports {
    private final HubFolder folder;
    private final int persons;
    private final Forms forms = new Forms(InstantSource.system());
    private final MessageWriter writer = new MessageWriter(DocumentCatalogue.standard());
    private final String today = LocalDate.now(ZoneId.of("Europe/Brussels")).toString();

    RightsReports(HubFolder folder, int persons) {
        this.folder = folder;
        this.persons = persons;
    }

    /** Registers those about whom is asked; the hub must not run. */
    void registerCustomers() {
        List<CustomerChange> customers = IntStream.range(0, persons)
                .<CustomerChange>mapToObj(i -> new CustomerChange.Registered(new Customer(
                        CustomerReference.of("Q-" + i),
                        Optional.of(insz(i)),
                        Validity.from(LocalDate.of(2020, 1, 1)),
                        true)))
                .toList();
        try (Store store = Store.open(folder.settings().store(folder.data()))) {
            store.rights().report(new CustomerReport(ENERGY, "before", customers));
        }
    }

    /** All messages; each sender's in the order in which it sends them. */
    List<Signed> messages() {
        var messages = new ArrayList<Signed>();
        for (int i = 0; i < persons; i++) {
            String person = insz(i).digits();
            messages.add(signed(
                    REGISTER,
                    "m902/1.0/examples/minimal.xml",
                    SOCIAL_RIGHTS,
                    Map.of("NR-9000-00318", "KILL-" + i, "51072331815", person)));
            messages.add(signed(
                    CENTRES,
                    "m901/1.0/examples/granted.xml",
                    SOCIAL_RIGHTS,
                    Map.of("PWSI-2026-000481", "KILL-" + i, "84031712187", person)));
            messages.add(signed(
                    ENERGY,
                    "m903/1.0/examples/minimal.xml",
                    SOCIAL_TARIFF_ENERGY,
                    Map.of("K-100417", "KILL-" + i, "86110220467", person)));
            messages.add(signed(
                    ENERGY,
                    "l901/1.0/examples/minimal.xml",
                    SOCIAL_TARIFF_ENERGY,
                    Map.of("K-100417", "Q-" + i, "2026-11-20", today)));
        }
        return messages;
    }

    private Signed signed(InstitutionId from, String example, LegalContext purpose, Map<String, String> texts) {
        var envelope = Forms.Envelope.to(from, folder.settings().hub(), "GSS", purpose);
        var document = forms.example(example, envelope, texts);
        new DocumentSigner(folder.trust().identity(from), CryptoProviders.best(), InstantSource.system())
                .sign(document);
        byte[] xml = writer.serialise(document);
        return new Signed(from, envelope.instance(), xml, Digest.of(xml));
    }

    private static Insz insz(int serial) {
        long nine = 640_501_000L + serial / 500 * 1_000_000L + serial % 500 + 1;
        return Insz.of("%09d%02d".formatted(nine, 97 - nine % 97));
    }
}
