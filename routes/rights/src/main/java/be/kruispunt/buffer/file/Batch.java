package be.kruispunt.buffer.file;

import be.kruispunt.access.Register;
import be.kruispunt.buffer.Answering;
import be.kruispunt.buffer.RightsRules;
import be.kruispunt.buffer.run.AnswerRun;
import be.kruispunt.buffer.run.BeginRun;
import be.kruispunt.buffer.run.DueRuns;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.trust.FileSigner;
import be.kruispunt.trust.FileVerifier;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Files, runs and subscriptions, wired by hand.
 *
 * @param random safe for all threads
 */
public record Batch(
        BatchFolder folder,
        RightsRuns runs,
        Supplier<Register> register,
        Schemes schemes,
        RightsRules rules,
        InstantSource clock,
        RandomGenerator random) {

    /** What begins runs of subscriptions. */
    public DueRuns due() {
        return new DueRuns(runs, begin(), clock);
    }

    private BeginRun begin() {
        return new BeginRun(rules, register, runs, answering(), clock, random);
    }

    private Answering answering() {
        return new Answering(schemes, rules, random);
    }

    /** What works on runs, and signs their results. */
    public RunWork work(FileSigner signer) {
        var answer = new AnswerRun(runs, answering(), rules.limits(), clock, folder::question);
        return new RunWork(runs, answer, new DeliverRun(runs, folder, signer), clock);
    }

    /**
     * What a hub does by itself.
     *
     * @param askers who may put files into a folder of their own
     */
    public BatchWork byItself(
            FileSigner signer, FileVerifier verifier, Supplier<? extends Collection<InstitutionId>> askers) {
        var take = new TakeFile(folder, verifier, begin(), runs, clock);
        var door = new FileDoor(folder, take, runs, new DeliverRun(runs, folder, signer), signer, clock);
        return new BatchWork(folder, askers, door, due(), work(signer), clock);
    }
}
