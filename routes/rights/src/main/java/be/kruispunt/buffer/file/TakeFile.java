package be.kruispunt.buffer.file;

import static be.kruispunt.model.outcome.RefusalCode.SIGNATURE_MISSING;
import static be.kruispunt.model.outcome.RefusalCode.SIGNER_MISMATCH;

import be.kruispunt.buffer.LineFile.Look;
import be.kruispunt.buffer.file.Receipt.Wrong;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.trust.FileSignature;
import be.kruispunt.trust.FileVerifier;
import be.kruispunt.trust.NotVerified;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Takes a file that is whole: keeps a copy of its own, proves who made it, looks at every line, and begins to work on it. Only reads in
 * the sender's folder; done again after it was cut off, it finds what was begun and gives the same receipt.
 */
final class TakeFile {
    private final BatchFolder folder;
    private final FileVerifier verifier;
    private final List<Taker> takers;
    private final InstantSource clock;
    private final RandomGenerator random;

    TakeFile(
            BatchFolder folder,
            FileVerifier verifier,
            List<Taker> takers,
            InstantSource clock,
            RandomGenerator random) {
        this.folder = folder;
        this.verifier = verifier;
        this.takers = takers;
        this.clock = clock;
        this.random = random;
    }

    /** What becomes of it, to be told; {@code maker}: who may have made it. The copy is kept for what is begun only. */
    Receipt take(Predicate<InstitutionId> maker, Triple triple) throws IOException {
        UUID number = Ticket.next(clock.instant(), random).value();
        try {
            Receipt receipt = take(maker, triple, number);
            if (!receipt.number().equals(Optional.of(number))) {
                Files.deleteIfExists(folder.kept(number));
            }
            return receipt;
        } catch (IOException | RuntimeException e) { // it is tried again under another number, with another copy
            if (takers.stream().noneMatch(taker -> taker.has(number))) {
                Files.deleteIfExists(folder.kept(number));
            }
            throw e;
        }
    }

    private Receipt take(Predicate<InstitutionId> maker, Triple triple, UUID number) throws IOException {
        Optional<Digest> digest = Optional.empty();
        try {
            FileSignature signature = signature(triple);
            Copy copy = Copy.of(triple.data(), folder.kept(number), signature.digest(), Copy.LARGEST);
            digest = Optional.of(copy.digest());
            InstitutionId signer = signer(signature, copy);
            if (!maker.test(signer)) {
                throw new NotTaken(Wrong.of(
                        SIGNER_MISMATCH, "it is to be the file of another institution than the one that signed it"));
            }
            return begin(new ProvedFile(signer, triple.name(), number, signature, copy));
        } catch (NotTaken e) {
            return Receipt.refused(triple.name(), digest, e.wrong());
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

    private InstitutionId signer(FileSignature signature, Copy copy) throws NotTaken {
        try {
            return verifier.verify(signature, copy.hash().bytes(), clock.instant())
                    .institution();
        } catch (NotVerified e) {
            throw new NotTaken(Wrong.of(e.code(), e.detail()));
        }
    }

    private Receipt begin(ProvedFile file) throws NotTaken, IOException {
        for (Taker taker : takers) {
            Optional<Look> look = taker.look(file.copy().file());
            if (look.isPresent()) {
                return begin(file, taker, look.get());
            }
        }
        throw new NotTaken(Wrong.of(FileCode.FILE_HEADER, 1));
    }

    private Receipt begin(ProvedFile file, Taker taker, Look look) throws NotTaken, IOException {
        Digest content = file.copy().digest();
        Optional<Taker.Known> same = taker.same(file.sender(), content);
        if (same.isPresent()) {
            Taker.Known known = same.get();
            return known.name().equals(file.name())
                    ? Receipt.taken(file.name(), known.number(), content, look)
                    : Receipt.repeated(file.name(), known.number(), content);
        }
        if (takers.stream().anyMatch(each -> each.has(file.sender(), file.name()))) {
            throw new NotTaken(Wrong.of(FileCode.FILE_NAME_TAKEN, 0));
        }
        taker.begin(file, look);
        return Receipt.taken(file.name(), file.number(), content, look);
    }
}
