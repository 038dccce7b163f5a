package be.kruispunt.hub.bench;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.store.RegisterWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invented institutions that send, invented persons whom everyone knows, and the right to send a U1 or a U001 to RVA. */
public record BenchRegister(List<InstitutionId> senders, List<Insz> persons) {
    /** Both read U002: the first takes the backlog, the second the messages whose latency is measured. */
    static final List<InstitutionId> RECEIVERS = List.of(DemonstrationRegister.RVA, DemonstrationRegister.UWV);

    private static final int PERSONS = 500;
    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));

    public BenchRegister {
        senders = List.copyOf(senders);
        persons = List.copyOf(persons);
    }

    /** With as many persons as the bench has. */
    static BenchRegister of(int senders) {
        return of(senders, PERSONS);
    }

    /** The process that this form opens. */
    static String process(Kind kind) {
        return kind == Kind.U1 ? "PD_U1" : "UB_BUC_01";
    }

    /** As many as asked for; ids and numbers follow from the count alone. */
    public static BenchRegister of(int senders, int persons) {
        return new BenchRegister(
                IntStream.rangeClosed(1, senders)
                        .mapToObj(i -> InstitutionId.of("LU:B%05d".formatted(i)))
                        .toList(),
                IntStream.range(0, persons).mapToObj(BenchRegister::person).toList());
    }

    private static Insz person(int i) {
        long body = 700_101_002L + (i / 400) * 100_000L + (i % 400) * 2L;
        return Insz.of("%09d%02d".formatted(body, 97 - body % 97));
    }

    /** The senders as institutions. */
    public List<Institution> institutions() {
        List<Competence> competences = Stream.of(Kind.U1, Kind.U001)
                .map(kind -> new Competence(process(kind), CaseRole.CASE_OWNER, ALWAYS))
                .toList();
        return senders.stream()
                .map(id -> new Institution(
                        id,
                        "Bench sender " + id,
                        Network.FOREIGN,
                        0,
                        ALWAYS,
                        competences,
                        List.of(DocumentType.of("U1", "1.0"))))
                .toList();
    }

    /** Writes everything. */
    public void write(RegisterWriter writer) {
        writer.putInstitutions(institutions());
        var authorisations = new ArrayList<Authorisation>();
        for (InstitutionId sender : senders) {
            for (InstitutionId receiver : RECEIVERS) {
                for (Kind kind : List.of(Kind.U1, Kind.U001)) {
                    authorisations.add(DemonstrationRegister.unemployment(
                            "26/%03d".formatted(900 + authorisations.size()), sender, receiver, kind.name()));
                }
            }
        }
        writer.putAuthorisations(authorisations);
        writer.putDirectoryLines(lines());
    }

    private List<DirectoryLine> lines() {
        return Stream.concat(senders.stream(), RECEIVERS.stream())
                .flatMap(institution -> persons.stream()
                        .map(person -> DemonstrationRegister.line(
                                person, institution, institution.equals(DemonstrationRegister.RVA) ? 18 : 0, 2)))
                .toList();
    }
}
