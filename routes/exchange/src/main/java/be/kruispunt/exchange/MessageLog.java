package be.kruispunt.exchange;

import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.store.RecordEntry;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line in the operator's log for each message, once its answer has left: identifiers, types and codes, and nothing
 * about a person. Each begins with the number of its event; {@code docs/operate/log.md} lists them.
 */
final class MessageLog {
    private static final Logger LOG = LoggerFactory.getLogger(MessageLog.class);

    private MessageLog() {}

    static void say(Passage passage) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        switch (passage) {
            case Passage.Recorded recorded -> say(recorded.entry());
            case Passage.Repeated repeated ->
                LOG.info(
                        "KP1003 repeated ticket={} from={}",
                        repeated.earlier().ticket(),
                        repeated.received().user());
            default -> {
                // not answered: it waits, or was set aside and said so
            }
        }
    }

    private static void say(RecordEntry entry) {
        switch (entry) {
            case RecordEntry.Taken taken -> taken(taken, taken.header(), receivers(taken));
            case RecordEntry.Kept kept ->
                taken(
                        kept,
                        kept.header(),
                        Stream.of(kept.header().receivers().getFirst().value(), receivers(kept))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(",")));
            case RecordEntry.Refused refused ->
                LOG.info(
                        "KP1002 refused ticket={} code={} type={} from={}",
                        refused.ticket(),
                        refused.code(),
                        refused.believed().map(header -> word(header.type())).orElse("-"),
                        refused.user());
        }
    }

    private static void taken(RecordEntry entry, Header header, String to) {
        LOG.info("KP1001 taken ticket={} type={} from={} to={}", entry.ticket(), word(header.type()), entry.user(), to);
    }

    private static String receivers(RecordEntry entry) {
        return entry.outgoing().stream()
                .map(document -> document.receiver() + "(" + word(document.type()) + ")")
                .collect(Collectors.joining(","));
    }

    private static String word(DocumentType type) {
        return type.code() + "/" + type.version();
    }
}
