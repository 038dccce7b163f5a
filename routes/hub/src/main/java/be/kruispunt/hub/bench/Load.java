package be.kruispunt.hub.bench;

import be.kruispunt.hub.sample.Forms;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party;
import be.kruispunt.hub.text.Progress;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Signed forms of the bench's senders, each about another person and with an identifier of its own. */
final class Load {
    private final Site site;
    private final Mix mix;
    private final Forms forms = new Forms(InstantSource.system());

    Load(Site site, Mix mix) {
        this.site = site;
        this.mix = mix;
    }

    /** The {@code n}-th message of a sender. */
    byte[] message(Party sender, InstitutionId receiver, int n) {
        Form form = mix.of(n);
        var envelope = Envelope.to(sender.id(), receiver, form.process(), form.purpose());
        Insz person = form.person(n % BenchRegister.PERSONS);
        return sender.sign(
                forms.example(form.example(), envelope, Map.of(form.named().digits(), person.digits())));
    }

    /**
     * Signs and sends that many messages, all senders at once; returns when the broker has them.
     *
     * @return of each form one that was sent
     */
    Map<Form, Digest> preload(int messages, InstitutionId receiver, Progress progress) throws InterruptedException {
        var sent = new AtomicInteger();
        var samples = new ConcurrentHashMap<Form, Digest>();
        eachSender(sender -> {
            for (int n = sent.getAndIncrement(); n < messages; n = sent.getAndIncrement()) {
                byte[] message = message(sender, receiver, n);
                samples.computeIfAbsent(mix.of(n), form -> Digest.of(message));
                sender.send(message);
                progress.at(n, messages);
            }
        });
        return samples;
    }

    /** What one sender does on its own thread and connection. */
    interface Work {
        void with(Party sender) throws InterruptedException;
    }

    void eachSender(Work work) throws InterruptedException {
        eachSender(1, work);
    }

    /** The same on several connections per sender. */
    void eachSender(int connections, Work work) throws InterruptedException {
        var tasks = new ArrayList<Callable<Boolean>>();
        for (InstitutionId id : site.register().senders()) {
            tasks.addAll(Collections.nCopies(connections, () -> {
                try (Party sender = site.party(id)) {
                    work.with(sender);
                }
                return true;
            }));
        }
        inParallel(tasks);
    }

    static <T> List<T> inParallel(List<Callable<T>> tasks) throws InterruptedException {
        try (var executor = Executors.newFixedThreadPool(tasks.size())) {
            var results = new ArrayList<T>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of the bench failed: " + e.getCause(), e.getCause());
        }
    }
}
