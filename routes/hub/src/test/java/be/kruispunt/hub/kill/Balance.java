package be.kruispunt.hub.kill;

import be.kruispunt.documents.Answer;
import be.kruispunt.documents.AnswerReader;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.TrustFolder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts, message by message, what came of everything that was sent. Every signature on the way out is verified. */
final class Balance {
    private final MessageReader reader = new MessageReader(DocumentCatalogue.standard(), Limits.OF_WHAT_THE_HUB_SENDS);
    private final DocumentValidator validator = new DocumentValidator(DocumentCatalogue.standard());
    private final DocumentVerifier verifier;
    private final InstitutionId hub;
    private final Map<Document, Integer> documents = new HashMap<>();
    private final Map<Digest, Set<Document>> promised = new HashMap<>();
    private final Map<Digest, Map<Digest, Integer>> answers = new HashMap<>();
    private int unexpected;

    /**
     * The result.
     *
     * @param documents at the receivers
     * @param answers at the senders, repetitions of the first answer included
     * @param lost messages without an answer, or without one of the documents that it tells of
     * @param doubled documents too many, different answers to one message, and more answers than the message was sent
     * @param unexpected refusals, and mail about messages that nobody sent
     */
    record Result(int documents, int answers, int lost, int doubled, int unexpected) {}

    /** Of which message, for whom, and what it is. */
    private record Document(Digest received, InstitutionId receiver, String code) {}

    private Balance(TrustFolder trust, InstitutionId hub) {
        this.verifier = new DocumentVerifier(trust.trustStore(), CryptoProviders.best());
        this.hub = hub;
    }

    /** Drains the queues of a hub that has nothing more to do, and settles. {@code tries}: how often each was sent. */
    static Result of(HubFolder folder, LiveHub live, Map<Digest, Integer> tries) {
        var balance = new Balance(folder.trust(), folder.settings().hub());
        for (InstitutionId receiver : List.of(DemonstrationRegister.RVA, HubFolder.TAKES_TWO)) {
            live.drain(receiver).forEach(xml -> balance.document(receiver, xml));
        }
        folder.senders().stream().flatMap(sender -> live.drain(sender).stream()).forEach(balance::answer);
        return balance.settle(tries, true);
    }

    /** The same of those who report to the hub itself and ask it: what is sent to them is in their own queues. */
    static Result ofWhatIsForTheHub(
            HubFolder folder, LiveHub live, Map<Digest, Integer> tries, List<InstitutionId> parties) {
        var balance = new Balance(folder.trust(), folder.settings().hub());
        for (InstitutionId party : parties) {
            live.drain(party).forEach(xml -> balance.answerOrDocument(party, xml));
        }
        return balance.settle(tries, false);
    }

    private void answerOrDocument(InstitutionId party, byte[] xml) {
        if (read(xml).header().type().equals(DocumentCatalogue.N901_1_0)) {
            document(party, xml);
        } else {
            answer(xml);
        }
    }

    private void document(InstitutionId receiver, byte[] xml) {
        Header header = read(xml).header();
        header.provenance()
                .map(origin ->
                        new Document(origin.received(), receiver, header.type().code()))
                .ifPresentOrElse(document -> documents.merge(document, 1, Integer::sum), () -> unexpected++);
    }

    private void answer(byte[] xml) {
        IncomingDocument read = read(xml);
        Answer answer = validator
                .validate(read)
                .document()
                .flatMap(AnswerReader::read)
                .orElseThrow(() ->
                        new AssertionError("no answer, but " + read.header().type()));
        if (answer instanceof ReceiptContent receipt) {
            answers.computeIfAbsent(receipt.received(), digest -> new HashMap<>())
                    .merge(Digest.of(xml), 1, Integer::sum);
            promised.put(
                    receipt.received(),
                    receipt.deliveries().stream()
                            .map(delivery -> new Document(
                                    receipt.received(),
                                    delivery.receiver(),
                                    delivery.type().code()))
                            .collect(Collectors.toUnmodifiableSet()));
        } else {
            unexpected++;
        }
    }

    private IncomingDocument read(byte[] xml) {
        try {
            IncomingDocument read = reader.read(xml);
            var signature = verifier.verify(read.dom(), Instant.now());
            if (!signature.signer().equals(hub)) {
                throw new AssertionError("signed by " + signature.signer());
            }
            return read;
        } catch (Unreadable | NotVerified e) {
            throw new AssertionError("the hub sent what does not hold", e);
        }
    }

    /** {@code bringDocuments}: whether a message of which the answer promises no document counts as lost. */
    private Result settle(Map<Digest, Integer> tries, boolean bringDocuments) {
        int lost = 0;
        int doubled = 0;
        for (var sent : tries.entrySet()) {
            List<Integer> answered = new ArrayList<>(
                    answers.getOrDefault(sent.getKey(), Map.of()).values());
            Set<Document> wanted = promised.getOrDefault(sent.getKey(), Set.of());
            boolean brought = documents.keySet().containsAll(wanted) && !(bringDocuments && wanted.isEmpty());
            lost += answered.isEmpty() || !brought ? 1 : 0;
            doubled += Math.max(0, answered.size() - 1);
            doubled += Math.max(0, sum(answered) - sent.getValue());
        }
        doubled += documents.values().stream().mapToInt(copies -> copies - 1).sum();
        int strangers = unpromised() + without(answers, tries);
        return new Result(
                sum(documents.values()),
                answers.values().stream()
                        .mapToInt(copies -> sum(copies.values()))
                        .sum(),
                lost,
                doubled,
                unexpected + strangers);
    }

    private int unpromised() {
        return (int) documents.keySet().stream()
                .filter(document ->
                        !promised.getOrDefault(document.received(), Set.of()).contains(document))
                .count();
    }

    private static int without(Map<Digest, ?> mail, Map<Digest, Integer> tries) {
        return (int) mail.keySet().stream()
                .filter(digest -> !tries.containsKey(digest))
                .count();
    }

    private static int sum(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
