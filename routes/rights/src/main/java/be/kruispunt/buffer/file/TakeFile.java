package be.kruispunt.buffer.file;

import static be.kruispunt.model.outcome.RefusalCode.DAY_TOO_LONG_AGO;
import static be.kruispunt.model.outcome.RefusalCode.QUESTIONS_STOPPED;
import static be.kruispunt.model.outcome.RefusalCode.SCHEME_NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.SIGNATURE_MISSING;
import static be.kruispunt.model.outcome.RefusalCode.SIGNER_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.UNKNOWN_INSTITUTION;

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
import be.kruispunt.trust.FileSignature;
import be.kruispunt.trust.FileVerifier;
import be.kruispunt.trust.NotVerified;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes a file whose GO is there: keeps a copy of its own, proves who made it, looks at every line, and begins its run. Only reads in
 * the supplier's folder; done again after it was cut off, it finds the run and gives the same receipt.
 */
final class TakeFile {
    private final BatchFolder folder;
    private final FileVerifier verifier;
    private final BeginRun begin;
    private final RightsRuns runs;
    private final InstantSource clock;

    TakeFile(BatchFolder folder, FileVerifier verifier, BeginRun begin, RightsRuns runs, InstantSource clock) {
        this.folder = folder;
        this.verifier = verifier;
        this.begin = begin;
        this.runs = runs;
        this.clock = clock;
    }

    /** A file is not taken; says why. */
    private static final class NotTaken extends Exception {
        private final transient Wrong wrong;

        NotTaken(Wrong wrong) {
            super(wrong.code());
            this.wrong = wrong;
        }
    }

    /** What becomes of it, to be told. The copy is kept for its run only. */
    Receipt take(InstitutionId sender, Triple triple) throws IOException {
        AnswerId number = begin.number();
        try {
            Receipt receipt = take(sender, triple, number);
            if (!receipt.run().equals(Optional.of(number))) {
                Files.deleteIfExists(folder.question(number));
            }
            return receipt;
        } catch (IOException | RuntimeException e) { // it is tried again under another number, with another copy
            if (runs.find(number).isEmpty()) {
                Files.deleteIfExists(folder.question(number));
            }
            throw e;
        }
    }

    private Receipt take(InstitutionId sender, Triple triple, AnswerId number) throws IOException {
        Optional<Digest> digest = Optional.empty();
        try {
            FileSignature signature = signature(triple);
            Copy copy = Copy.of(triple.data(), folder.question(number), signature.digest(), Copy.LARGEST);
            digest = Optional.of(copy.digest());
            requireSignedBy(sender, signature, copy);
            return begin(sender, triple.name(), number, signature, copy);
        } catch (NotTaken e) {
            return Receipt.refused(triple.name(), digest, e.wrong);
        } catch (Copy.TooLarge e) {
            return Receipt.refused(triple.name(), digest, Wrong.of(FileCode.FILE_TOO_LARGE, 0));
        }
    }

    private static FileSignature signature(Triple triple) throws NotTaken, IOException {
        if (!triple.hasData()) {
            throw new NotTaken(Wrong.of(FileCode.FILE_MISSING, 0));
        }
        Optional<byte[]> bytes = triple.signature();
        if (bytes.isEmpty()) {
            throw new NotTaken(Wrong.of(SIGNATURE_MISSING));
        }
        try {
            return FileSignature.read(bytes.get());
        } catch (NotVerified e) {
            throw new NotTaken(Wrong.of(e.code(), e.detail()));
        }
    }

    private void requireSignedBy(InstitutionId sender, FileSignature signature, Copy copy) throws NotTaken {
        try {
            InstitutionId signer = verifier.verify(signature, copy.hash().bytes(), clock.instant())
                    .institution();
            if (!signer.equals(sender)) {
                throw new NotTaken(Wrong.of(SIGNER_MISMATCH, "the folder is another institution's"));
            }
        } catch (NotVerified e) {
            throw new NotTaken(Wrong.of(e.code(), e.detail()));
        }
    }

    private Receipt begin(InstitutionId sender, String name, AnswerId number, FileSignature signature, Copy copy)
            throws NotTaken, IOException {
        var question = new QuestionFile(copy.file());
        Header header = question.header().orElseThrow(() -> new NotTaken(Wrong.of(FileCode.FILE_HEADER, 1)));
        QuestionFile.Look look = question.look(header.end(), Receipt.MOST_NAMED);
        Optional<RightsRun> same = runs.ofFile(sender, copy.digest());
        if (same.isPresent()) {
            return same.get().name().equals(name)
                    ? Receipt.taken(name, same.get().id(), copy.digest(), look)
                    : Receipt.repeated(name, same.get().id(), copy.digest());
        }
        if (runs.ofFile(sender, name).isPresent()) {
            throw new NotTaken(Wrong.of(FileCode.FILE_NAME_TAKEN, 0));
        }
        var subject = new Subject(RunKind.FILE, sender, header.scheme(), header.purpose(), header.day());
        RightsRun run = begin.begin(number, subject, name, copy.digest(), signature.encoded())
                .orElseThrow(() -> new NotTaken(Wrong.of(FileCode.FILE_NAME_TAKEN, 0)));
        if (run.grounds().refused().isPresent()) {
            throw new NotTaken(wrong(run.grounds().refused().get(), header));
        }
        return Receipt.taken(name, run.id(), copy.digest(), look);
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
