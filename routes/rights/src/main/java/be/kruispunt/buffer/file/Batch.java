package be.kruispunt.buffer.file;

import be.kruispunt.access.Register;
import be.kruispunt.buffer.Answering;
import be.kruispunt.buffer.RightsRules;
import be.kruispunt.buffer.report.ReportDesk;
import be.kruispunt.buffer.report.TakeReport;
import be.kruispunt.buffer.run.AnswerRun;
import be.kruispunt.buffer.run.BeginRun;
import be.kruispunt.buffer.run.DueRuns;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.RightsReports;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.trust.FileSigner;
import be.kruispunt.trust.FileVerifier;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Files, runs, reports and subscriptions, wired by hand.
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
        var answer = new AnswerRun(runs, answering(), rules.limits(), clock, run -> folder.kept(run.value()));
        return new RunWork(runs, answer, new DeliverRun(runs, folder, signer), clock);
    }

    /** What works on reports, and signs their results. */
    public ReportWork reports(FileSigner signer) {
        RightsReports reports = runs.reports();
        var take = new TakeReport(reports, desk(), report -> folder.kept(report.value()));
        return new ReportWork(reports, take, new DeliverReport(reports, folder, signer), clock);
    }

    private ReportDesk desk() {
        return new ReportDesk(register, schemes, rules, clock);
    }

    private TakeFile take(FileVerifier verifier) {
        return new TakeFile(
                folder,
                verifier,
                List.of(new QuestionTaker(begin(), runs), new ReportTaker(desk(), runs.reports(), register, clock)),
                clock,
                random);
    }

    /** What takes files that report from elsewhere. */
    public LoadFile load(FileSigner signer, FileVerifier verifier) {
        return new LoadFile(folder, take(verifier), runs.reports(), signer, clock);
    }

    /**
     * What a hub does by itself.
     *
     * @param senders who may put files into a folder of their own
     */
    public BatchWork byItself(
            FileSigner signer, FileVerifier verifier, Supplier<? extends Collection<InstitutionId>> senders) {
        RunWork answering = work(signer);
        ReportWork reporting = reports(signer);
        var door = new FileDoor(folder, take(verifier), runs, answering, reporting, signer, clock);
        return new BatchWork(folder, senders, door, due(), List.of(answering, reporting), clock);
    }
}
