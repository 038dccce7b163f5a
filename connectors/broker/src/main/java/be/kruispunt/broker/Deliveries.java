package be.kruispunt.broker;

import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The way out for one batch. Whatever is sent here leaves when the batch's broker transaction commits, and never if it
 * rolls back; only {@link #redeliver} is apart. Belongs to the intake's thread.
 */
public final class Deliveries {
    private final IntakeSession session;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterEnd = new ArrayList<>();

    Deliveries(IntakeSession session) {
        this.session = session;
    }

    /** First delivery of a document. The duplicate id is for {@link #redeliver} to meet. */
    public void deliver(DeliveryId id, byte[] xml) {
        run(() -> {
            BytesMessage message = bytes(xml);
            message.setStringProperty(Marks.DUPLICATE_ID, Redelivery.duplicateId(id));
            HubMessages.address(message, id);
            session.send(Queues.out(id.receiver()), message);
        });
    }

    /** A receipt or refusal. Has no duplicate id: a sender who asks again is answered again. */
    public void answer(InstitutionId sender, Ticket ticket, byte[] xml) {
        run(() -> {
            BytesMessage message = bytes(xml);
            HubMessages.address(message, sender, ticket);
            message.setBooleanProperty(Marks.ANSWER, true);
            session.send(Queues.out(sender), message);
        });
    }

    /**
     * Delivers a document again of which the hub does not know whether it left before a crash. Outside the batch's
     * transaction, because a known duplicate id inside one makes the commit fail; outside, the broker drops it without a
     * word. Stored by the broker when this returns.
     *
     * @param former as in {@link Redelivery#redeliver}
     */
    public void redeliver(DeliveryId id, boolean former, byte[] xml) {
        session.redeliver(id, former, xml);
    }

    /** Gives a message back after a failure of the hub's own, to come again after a delay with one attempt more. */
    public void tryAgainLater(BrokerMessage message, Duration delay) {
        giveBack(message, message.attempts() + 1, delay);
    }

    /** Gives a message back that must not overtake one that comes again later, or waits for what is nobody's fault; not counted as an attempt. */
    public void holdBack(BrokerMessage message, Duration delay) {
        giveBack(message, message.attempts(), delay);
    }

    private void giveBack(BrokerMessage message, int attempts, Duration delay) {
        run(() -> session.sendDelayed(message, attempts, delay));
        onCommitted(() -> session.comesAgain(message.user(), delay));
    }

    /**
     * Gives up on a message, until an operator runs it again.
     *
     * @param cause what failed, without personal data
     */
    public void deadLetter(BrokerMessage message, String cause) {
        run(() -> {
            BytesMessage letter = HubMessages.write(session.jms(), message, message.attempts());
            DeadLetters.mark(letter, cause);
            session.send(Queues.DEAD_LETTER, letter);
        });
    }

    /** Runs this on the intake's thread after the broker committed; its failures are logged and change nothing. */
    public void onCommitted(Runnable action) {
        afterCommit.add(action);
    }

    /** Runs this on the intake's thread once the broker's transaction is over, committed or not, after the above. */
    public void onEnded(Runnable action) {
        afterEnd.add(action);
    }

    List<Runnable> afterCommit() {
        return List.copyOf(afterCommit);
    }

    List<Runnable> afterEnd() {
        return List.copyOf(afterEnd);
    }

    private BytesMessage bytes(byte[] xml) throws JMSException {
        BytesMessage message = session.jms().createBytesMessage();
        message.writeBytes(xml);
        return message;
    }

    private interface Sending {
        void run() throws JMSException;
    }

    private static void run(Sending sending) {
        try {
            sending.run();
        } catch (JMSException e) {
            throw new BrokerException("the broker did not take a message: " + e.getMessage(), e);
        }
    }
}
