package be.kruispunt.hub.kill;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.sample.Forms;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.message.Header;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one sender sends in one case arrives in that order, whatever else it sends, with all intakes at work. */
class OrderTest {
    private static final int CASES = 10;
    private static final int EACH = 6;

    private record InCase(CaseId caseId, Digest digest) {}

    @Test
    @Tag("long")
    void whatIsSentInACase_arrivesInItsOrder_withManyCasesInterleavedAndAllIntakesAtWork(@TempDir Path root)
            throws IOException {
        HubFolder folder = HubFolder.prepare(root, 3);
        List<Signed> sent = new ArrayList<>();
        List<InCase> order = new ArrayList<>();
        List<CaseId> cases = Stream.generate(() -> new CaseId(UUID.randomUUID()))
                .limit(CASES)
                .toList();
        for (int i = 0; i < EACH; i++) {
            for (CaseId caseId : cases) {
                Signed question = question(folder, caseId);
                sent.add(question);
                order.add(new InCase(caseId, question.digest()));
            }
        }
        List<Signed> others = folder.messages(60);
        try (LiveHub hub = LiveHub.closed(folder)) {
            folder.senders()
                    .forEach(sender -> hub.send(others.stream()
                            .filter(message -> message.sender().equals(sender))
                            .toList()));
            hub.send(sent);
            hub.open();
            hub.awaitEmptyIntake();
            List<InCase> arrived =
                    hub.drain(ADEM).stream().map(OrderTest::arrived).toList();
            assertThat(byCase(arrived)).isEqualTo(byCase(order));
        }
    }

    private static Map<CaseId, List<Digest>> byCase(List<InCase> messages) {
        return messages.stream().collect(groupingBy(InCase::caseId, mapping(InCase::digest, toList())));
    }

    private static Signed question(HubFolder folder, CaseId caseId) {
        var envelope = Forms.Envelope.to(RVA, ADEM, "UB_BUC_01", UNEMPLOYMENT).in(caseId);
        var document = new Forms(InstantSource.system()).fill(Kind.U001, envelope, Map.of());
        new DocumentSigner(folder.trust().identity(RVA), CryptoProviders.best(), InstantSource.system()).sign(document);
        byte[] xml = new MessageWriter(DocumentCatalogue.standard()).serialise(document);
        return new Signed(RVA, envelope.instance(), xml, Digest.of(xml));
    }

    private static InCase arrived(byte[] xml) {
        try {
            Header header = new MessageReader(DocumentCatalogue.standard(), Limits.STANDARD)
                    .read(xml)
                    .header();
            return new InCase(
                    header.caseId().orElseThrow(),
                    header.provenance().orElseThrow().received());
        } catch (Unreadable e) {
            throw new AssertionError("the hub sent what cannot be read", e);
        }
    }
}
