package be.kruispunt.hub.bench;

import be.kruispunt.broker.BareHop;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.BareInsert;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What no hub on these libraries can leave out for one message, each by itself and done by the libraries alone: so that a slow
 * part of the hub's own does not make the limit look near.
 */
final class BareBlocks {
    /** What is signed is the information about digests, about so long. */
    private static final int SIGNED_INFO = 1_000;

    private static final int HOPS = 10_000;

    private final Environment environment;
    private final Specimens specimens;
    private final Stopwatch stopwatch;
    private final int batch;
    private final SecureRandom random = new SecureRandom();

    BareBlocks(Environment environment, Specimens specimens, Stopwatch stopwatch) {
        this.environment = environment;
        this.specimens = specimens;
        this.stopwatch = stopwatch;
        this.batch = environment.settings().batch();
    }

    /** The blocks by name. The hub's own intake must be closed. */
    Map<String, Cost> measure() throws Exception {
        var blocks = new LinkedHashMap<String, Cost>();
        var xml = new XmlBlocks(specimens);
        blocks.put("parse", stopwatch.measure(1, forEachThread(xml::parse)));
        blocks.put("canonical", stopwatch.measure(1, forEachThread(xml::canonicalise)));
        blocks.put("signatures", stopwatch.measure(1, forEachThread(this::signatures)));
        blocks.put("schemas", stopwatch.measure(1, forEachThread(xml::validate)));
        blocks.put("insert", insert());
        blocks.put("hop", hop());
        return blocks;
    }

    private List<Stopwatch.Turn> forEachThread(Callable<Stopwatch.Turn> maker) throws Exception {
        var turns = new ArrayList<Stopwatch.Turn>();
        for (int i = 0; i < stopwatch.threads(); i++) {
            turns.add(maker.call());
        }
        return turns;
    }

    /** The primitives: one verified, two made. */
    private Stopwatch.Turn signatures() throws GeneralSecurityException {
        Provider provider = environment.site().crypto().ofEllipticCurves();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        var content = new byte[SIGNED_INFO];
        byte[] made = signature(pair, provider, content);
        return () -> {
            signature(pair, provider, content);
            signature(pair, provider, content);
            Signature verifier = Signature.getInstance("SHA256withECDSA", provider);
            verifier.initVerify(pair.getPublic());
            verifier.update(content);
            if (!verifier.verify(made)) {
                throw new GeneralSecurityException("a signature that was made here does not verify");
            }
        };
    }

    private static byte[] signature(KeyPair pair, Provider provider, byte[] content) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withECDSA", provider);
        signer.initSign(pair.getPrivate());
        signer.update(content);
        return signer.sign();
    }

    private Cost insert() throws InterruptedException {
        try (BareInsert store = BareInsert.beside(
                environment.settings().store(environment.site().data()), specimens.received(), specimens.sent())) {
            Stopwatch.Turn turn = () -> store.insert(Stream.generate(() -> Ticket.next(Instant.now(), random))
                    .limit(batch)
                    .toList());
            return stopwatch.measure(batch, Collections.nCopies(stopwatch.threads(), turn));
        }
    }

    /** The queues are filled before the time, for as many hops as are measured. */
    private Cost hop() throws InterruptedException {
        List<InstitutionId> senders = environment.register().senders();
        int threads = Math.min(stopwatch.threads(), senders.size());
        int times = HOPS / batch / threads;
        var hops = new ArrayList<BareHop>();
        try {
            var turns = new ArrayList<Stopwatch.Turn>();
            for (InstitutionId sender : senders.subList(0, threads)) {
                var hop = new BareHop(environment.connections(), sender, DemonstrationRegister.RVA);
                hops.add(hop);
                for (int i = 0; i < 2 * times; i++) {
                    hop.fill(batch, specimens.received());
                }
                turns.add(() -> hop.hop(batch, specimens.delivered(), specimens.answer()));
            }
            return stopwatch.measure(batch, times, turns);
        } finally {
            hops.forEach(BareHop::close);
        }
    }
}
