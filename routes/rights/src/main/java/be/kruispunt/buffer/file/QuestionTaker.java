package be.kruispunt.buffer.file;

import static be.kruispunt.model.outcome.RefusalCode.DAY_TOO_LONG_AGO;
import static be.kruispunt.model.outcome.RefusalCode.QUESTIONS_STOPPED;
import static be.kruispunt.model.outcome.RefusalCode.SCHEME_NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.UNKNOWN_INSTITUTION;

import be.kruispunt.buffer.LineFile.Look;
import be.kruispunt.buffer.file.Receipt.Wrong;
import be.kruispunt.buffer.run.BeginRun;
import be.kruispunt.buffer.run.QuestionFile;
import be.kruispunt.buffer.run.QuestionFile.Header;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRun.Subject;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.RunKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Files that ask: each becomes a run. */
record QuestionTaker(BeginRun begin, RightsRuns runs) implements Taker {
    @Override
    public Optional<Look> look(Path file) throws IOException {
        var question = new QuestionFile(file);
        Optional<Header> header = question.header();
        return header.isEmpty()
                ? Optional.empty()
                : Optional.of(question.look(header.get().end(), Receipt.MOST_NAMED));
    }

    @Override
    public boolean has(UUID number) {
        return runs.find(new AnswerId(number)).isPresent();
    }

    @Override
    public boolean has(InstitutionId sender, String name) {
        return runs.ofFile(sender, name).isPresent();
    }

    @Override
    public Optional<Known> same(InstitutionId sender, Digest content) {
        return runs.ofFile(sender, content).map(run -> new Known(run.id().value(), run.name()));
    }

    @Override
    public void begin(ProvedFile file, Look look) throws NotTaken, IOException {
        Header header = new QuestionFile(file.copy().file()).header().orElseThrow();
        var subject = new Subject(RunKind.FILE, file.sender(), header.scheme(), header.purpose(), header.day());
        RightsRun run = begin.begin(
                        new AnswerId(file.number()),
                        subject,
                        file.name(),
                        file.copy().digest(),
                        file.signature().encoded())
                .orElseThrow(() -> new NotTaken(Wrong.of(FileCode.FILE_NAME_TAKEN, 0)));
        if (run.grounds().refused().isPresent()) {
            throw new NotTaken(wrong(run.grounds().refused().get(), header));
        }
    }

    private static Wrong wrong(Reason reason, Header header) {
        String asked = header.scheme() + " for " + header.purpose();
        return switch (reason) {
            case UNKNOWN_ASKER, NO_RIGHTS_HERE -> Wrong.of(UNKNOWN_INSTITUTION);
            case STOPPED -> Wrong.of(QUESTIONS_STOPPED);
            case DAY_TOO_LONG_AGO -> Wrong.of(DAY_TOO_LONG_AGO);
            case NOT_COMPETENT,
                    NOT_AUTHORISED,
                    PURPOSE_NOT_ALLOWED,
                    PERSON_NOT_NAMED,
                    NOT_INTEGRATED,
                    NUMBER_REPLACED -> Wrong.of(SCHEME_NOT_AUTHORISED, asked + ": " + reason.meaning());
        };
    }
}
