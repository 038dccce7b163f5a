package be.kruispunt.hub.bench;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.sample.Party;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.TrustFolder;
import java.net.URI;

/** What a client of the measured hub knows: where it is, and the keys of those who take part. */
record Site(DataFolder data, URI broker, BenchRegister register, CryptoProviders crypto) {
    TrustFolder trust() {
        return new TrustFolder(data.trust());
    }

    InstitutionClient client(InstitutionId id) {
        return new InstitutionClient(broker, trust().tls(id), id);
    }

    Party party(InstitutionId id) {
        return new Party(id, trust(), client(id), crypto);
    }
}
