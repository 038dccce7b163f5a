package be.kruispunt.hub.bench;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.store.RegisterWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented institutions that send, invented people whom everyone knows, and the right to send the forms of a mix to receivers that take
 * what becomes of these.
 */
public record BenchRegister(List<InstitutionId> senders, List<Insz> persons, Mix mix) {
    /** The first takes the backlog, the second the messages whose latency is measured. */
    static final List<InstitutionId> RECEIVERS = List.of(DemonstrationRegister.RVA, DemonstrationRegister.UWV);

    /** Named by the forms in turn. */
    static final int PERSONS = 490;

    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));

    public BenchRegister {
        senders = List.copyOf(senders);
        persons = List.copyOf(persons);
    }

    /** With as many persons as the bench has. */
    static BenchRegister of(int senders, Mix mix) {
        return of(senders, PERSONS, mix);
    }

    /** As many of each birthday as asked for; ids and numbers follow from the count alone. */
    public static BenchRegister of(int senders, int persons, Mix mix) {
        return new BenchRegister(
                IntStream.rangeClosed(1, senders)
                        .mapToObj(i -> InstitutionId.of("LU:B%05d".formatted(i)))
                        .toList(),
                mix.forms().stream()
                        .flatMap(form -> IntStream.range(0, persons).mapToObj(form::person))
                        .distinct()
                        .toList(),
                mix);
    }

    /** The senders as institutions. */
    public List<Institution> institutions() {
        return senders.stream()
                .map(id -> new Institution(
                        id,
                        "Bench sender " + id,
                        Network.FOREIGN,
                        0,
                        ALWAYS,
                        competences(CaseRole.CASE_OWNER).toList(),
                        List.of()))
                .toList();
    }

    private Stream<Competence> competences(CaseRole role) {
        return mix.forms().stream().map(Form::process).distinct().map(process -> new Competence(process, role, ALWAYS));
    }

    /** What it is anyway, and reader of what becomes of the forms. */
    private Institution reading(Institution receiver) {
        return new Institution(
                receiver.id(),
                receiver.name(),
                receiver.network(),
                receiver.sector(),
                receiver.active(),
                Stream.concat(receiver.competences().stream(), competences(CaseRole.COUNTERPARTY))
                        .distinct()
                        .toList(),
                mix.forms().stream()
                        .flatMap(form -> form.becomes().stream())
                        .distinct()
                        .toList());
    }

    /** Writes everything. */
    public void write(RegisterWriter writer) {
        writer.putInstitutions(institutions());
        writer.putInstitutions(DemonstrationRegister.institutions().stream()
                .filter(institution -> RECEIVERS.contains(institution.id()))
                .map(this::reading)
                .toList());
        var authorisations = new ArrayList<Authorisation>();
        for (InstitutionId sender : senders) {
            for (InstitutionId receiver : RECEIVERS) {
                for (Form form : mix.forms()) {
                    authorisations.add(
                            authorisation("26/%03d".formatted(900 + authorisations.size()), sender, receiver, form));
                }
            }
        }
        writer.putAuthorisations(authorisations);
        writer.putDirectoryLines(lines());
    }

    /** A form about health care or legislation makes a person known to its reader, so no directory line is asked for. */
    private static Authorisation authorisation(String number, InstitutionId sender, InstitutionId receiver, Form form) {
        String document = form.type().code();
        return form.purpose().equals(DemonstrationRegister.UNEMPLOYMENT)
                ? DemonstrationRegister.unemployment(number, sender, receiver, document)
                : new Authorisation(number, sender, receiver, document, form.purpose(), Set.of(), Set.of(), 0, ALWAYS);
    }

    private List<DirectoryLine> lines() {
        return Stream.concat(senders.stream(), RECEIVERS.stream())
                .flatMap(institution -> persons.stream()
                        .map(person -> DemonstrationRegister.line(
                                person, institution, institution.equals(DemonstrationRegister.RVA) ? 18 : 0, 2)))
                .toList();
    }
}
