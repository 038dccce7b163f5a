package be.kruispunt.exchange;

import static be.kruispunt.model.outcome.RefusalCode.NO_TRANSLATION;
import static be.kruispunt.model.outcome.RefusalCode.TOO_LARGE_TO_DELIVER;

import be.kruispunt.access.Institution;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.Validation;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.translation.Issue;
import be.kruispunt.translation.Translation;
import be.kruispunt.translation.Translation.Written;
import be.kruispunt.translation.Translator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes one document per receiver, in the type that its registration says it takes: as it is where it takes that,
 * translated otherwise, with those earlier documents of the case that belong to it. What was translated is validated again
 * before it leaves.
 */
public final class Translate {
    /** What the hub's signature adds to a document. */
    private static final int ROOM_TO_SIGN = 16 * 1024;

    private final Limits limits;
    private final Translator translator;
    private final Companions companions;
    private final MessageWriter writer;
    private final DocumentValidator validator;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * Sets up.
     *
     * @param limits of whoever reads what the hub sends
     */
    public Translate(
            Limits limits,
            Translator translator,
            Companions companions,
            MessageWriter writer,
            DocumentValidator validator,
            InstantSource clock,
            RandomGenerator random) {
        this.limits = limits.withBytes(limits.bytes() - ROOM_TO_SIGN);
        this.translator = translator;
        this.companions = companions;
        this.writer = writer;
        this.validator = validator;
        this.clock = clock;
        this.random = random;
    }

    /** Refuses with NO_TRANSLATION and TOO_LARGE_TO_DELIVER. */
    public Result<Translated> translate(Correlated correlated) {
        var documents = new ArrayList<Translated.ForReceiver>();
        for (Institution receiver : correlated.receivers()) {
            switch (forReceiver(correlated, receiver)) {
                case Result.Passed<List<Translated.ForReceiver>>(List<Translated.ForReceiver> all) ->
                    documents.addAll(all);
                case Result.Refused<List<Translated.ForReceiver>> refused -> {
                    return Result.refused(refused.refusal());
                }
            }
        }
        return Result.passed(new Translated(
                correlated.validated(), correlated.holdsIdentifier(), correlated.caseAfter(), documents));
    }

    private Result<List<Translated.ForReceiver>> forReceiver(Correlated correlated, Institution receiver) {
        ReadDocument document = correlated.document();
        DocumentType from = document.type();
        if (receiver.accepts().contains(from)) {
            var provenance = new Provenance(
                    correlated.received().ticket(), correlated.received().digest(), from);
            Document same = writer.write(outgoing(correlated, receiver, from, provenance), document.payload());
            return isReadable(same)
                    ? Result.passed(List.of(new Translated.ForReceiver(
                            receiver.id(), from, same, provenance, Sources.alone(correlated), Optional.empty())))
                    : tooLarge("as it is");
        }
        for (Sources sources : companions.sources(correlated, receiver.id())) {
            Optional<List<DocumentType>> target = translator.target(sources.documents(), receiver.accepts());
            if (target.isPresent()) {
                return translated(correlated, receiver, sources, target.get());
            }
        }
        return Result.refused(NO_TRANSLATION, receiver.id() + " takes nothing that " + from + " can be turned into");
    }

    private Result<List<Translated.ForReceiver>> translated(
            Correlated correlated, Institution receiver, Sources sources, List<DocumentType> target) {
        Optional<Issue> issue = Optional.of(Issue.of(correlated.header()));
        Translation translation = translator.translate(sources.documents(), target, issue);
        LossSummary loss = translation.report().summary();
        var documents = new ArrayList<Translated.ForReceiver>();
        for (Written written : translation.documents()) {
            var provenance = new Provenance(
                    correlated.received().ticket(),
                    correlated.received().digest(),
                    correlated.document().type(),
                    loss.omissions(),
                    sources.earlier(),
                    companions.replaced(correlated, receiver.id(), written.type(), sources));
            Header header = outgoing(correlated, receiver, written.type(), provenance);
            switch (checked(header, written, "as " + written.type() + sources)) {
                case Result.Passed<Document>(Document dom) ->
                    documents.add(new Translated.ForReceiver(
                            receiver.id(), written.type(), dom, provenance, sources, Optional.of(loss)));
                case Result.Refused<Document> refused -> {
                    return Result.refused(refused.refusal());
                }
            }
        }
        return Result.passed(documents);
    }

    private Result<Document> checked(Header header, Written written, String how) {
        Document dom = writer.enclose(header, written.payload());
        if (!isReadable(dom)) {
            return tooLarge(how);
        }
        Validation result =
                validator.validate(header, (Element) dom.getDocumentElement().getLastChild());
        return result.accepted()
                ? Result.passed(dom)
                : Result.refused(new Refusal(
                        NO_TRANSLATION, how + " the document would break its own rules", result.findings()));
    }

    private boolean isReadable(Document message) {
        return limits.allow(message.getDocumentElement());
    }

    private static <T> Result<T> tooLarge(String how) {
        return Result.refused(TOO_LARGE_TO_DELIVER, how + ", with the header and signature of the hub");
    }

    private Header outgoing(Correlated correlated, Institution receiver, DocumentType type, Provenance provenance) {
        Header in = correlated.header();
        return new Header(
                        in.sender(),
                        List.of(receiver.id()),
                        type,
                        new InstanceId(Ticket.next(clock.instant(), random).value()),
                        clock.instant(),
                        in.process(),
                        Optional.of(correlated.caseAfter().id()),
                        in.legalContext(),
                        Optional.of(provenance))
                .withLink(new CaseLink(
                        correlated.caseAfter().events().getLast().about(),
                        in.link().participant()));
    }
}
