package be.kruispunt.hub;

import be.kruispunt.trust.OwnCertificateUnusable;
import be.kruispunt.trust.OwnCertificates;
import be.kruispunt.trust.Purpose;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.trust.TrustStore;
import be.kruispunt.trust.counter.CounterKeyFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whom the hub believes, and by what others believe it. */
public record HubTrust(TrustFolder folder, TrustStore store, OwnCertificates own) {
    /**
     * Reads the data folder's keys, certificates and lists. The key for codes is made where there is none, as in the folder of a hub that
     * was made before there were codes.
     *
     * @throws OwnCertificateUnusable if one of the hub's own certificates does not count now
     */
    static HubTrust open(Settings settings, DataFolder data) {
        HubTrust trust = read(settings, data);
        trust.own().requireUsable(Instant.now());
        new CounterKeyFiles(trust.folder()).makeIfMissing();
        return trust;
    }

    /** Reads them, whether or not they count. */
    public static HubTrust read(Settings settings, DataFolder data) {
        var folder = new TrustFolder(data.trust());
        TrustStore store = folder.trustStore();
        Purpose connecting = settings.brokerUrl().isPresent() ? Purpose.TLS_CLIENT : Purpose.TLS_SERVER;
        return new HubTrust(folder, store, new OwnCertificates(folder, store, settings.hub(), connecting));
    }

    /** What an operator has to see to, of the hub's certificates and of the revocation lists. */
    public List<String> concerns(Instant now) {
        List<String> concerns = new ArrayList<>(own.concerns(now));
        concerns.addAll(store.concerns(now));
        return concerns;
    }
}
