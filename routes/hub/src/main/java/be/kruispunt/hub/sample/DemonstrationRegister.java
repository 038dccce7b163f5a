package be.kruispunt.hub.sample;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.store.RegisterWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The institutions, authorisations and directory lines of a demonstration hub. The institutions exist and stand under
 * the ids that acceptance environments use for them (LU:0021 is invented); their rights here, and all persons, are
 * made up.
 */
public final class DemonstrationRegister {
    /** Agence pour le développement de l'emploi, Luxembourg. */
    public static final InstitutionId ADEM = InstitutionId.of("LU:0053");
    /** Caisse nationale de santé, Luxembourg. */
    public static final InstitutionId CNS = InstitutionId.of("LU:0021");
    /** Rijksdienst voor Arbeidsvoorziening, Belgium. */
    public static final InstitutionId RVA = InstitutionId.of("BE:0206737484");
    /** A Belgian insurer. */
    public static final InstitutionId INSURER = InstitutionId.of("BE:0411729366");
    /** Uitvoeringsinstituut Werknemersverzekeringen, the Netherlands: registered, but without an authorisation. */
    public static final InstitutionId UWV = InstitutionId.of("NL:NL2000");

    public static final LegalContext UNEMPLOYMENT = LegalContext.of("UNEMPLOYMENT_BENEFIT");
    public static final LegalContext SICKNESS = LegalContext.of("SICKNESS_BENEFITS_IN_KIND");

    /** Known to ADEM and to RVA: the person about whom messages go through. */
    public static final Insz KNOWN_TO_BOTH = Insz.of("79041203729");
    /** Known to RVA only. */
    public static final Insz UNKNOWN_TO_SENDER = Insz.of("79042321506");
    /** Known to ADEM only. */
    public static final Insz UNKNOWN_TO_RECEIVER = Insz.of("91060733847");
    /** Known to RVA, but in a phase that is too low. */
    public static final Insz RECEIVER_PHASE_LOW = Insz.of("66091804291");
    /** Known to ADEM, but in a phase that is too low. */
    public static final Insz SENDER_PHASE_LOW = Insz.of("74113050136");
    /** A number that was replaced by {@link #KNOWN_TO_BOTH}. */
    public static final Insz REPLACED = Insz.of("79441203718");

    private static final DocumentType U1 = DocumentType.of("U1", "1.0");
    private static final DocumentType U001 = DocumentType.of("U001", "4.2");
    private static final DocumentType U002 = DocumentType.of("U002", "4.2");
    private static final DocumentType BL1 = DocumentType.of("BL1", "1.0");

    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));
    /** Sector 18 (unemployment): 1 controlled unemployed, 4 job seeker. */
    private static final Set<String> UNEMPLOYED = Set.of("1", "4");

    private static final int MINIMUM_PHASE = 2;

    private DemonstrationRegister() {}

    /** Writes everything; again is harmless. */
    public static void write(RegisterWriter writer) {
        writer.putInstitutions(institutions());
        writer.putAuthorisations(authorisations());
        writer.putDirectoryLines(directoryLines());
        writer.putReplacedNumbers(Map.of(REPLACED, KNOWN_TO_BOTH));
    }

    /** Everyone who may connect. */
    public static List<Institution> institutions() {
        return List.of(
                unemployment(ADEM, "ADEM", Network.FOREIGN, 0, U1, U001),
                unemployment(RVA, "RVA", Network.PRIMARY, 18, U002, U001),
                unemployment(UWV, "UWV", Network.FOREIGN, 0, U002, U001),
                new Institution(CNS, "CNS", Network.FOREIGN, 0, ALWAYS, bl1(CaseRole.CASE_OWNER), List.of(BL1)),
                new Institution(
                        INSURER, "Insurer", Network.SECONDARY, 11, ALWAYS, bl1(CaseRole.COUNTERPARTY), List.of(BL1)));
    }

    private static Institution unemployment(
            InstitutionId id, String name, Network network, int sector, DocumentType... accepts) {
        List<Competence> competences = Stream.of("UB_BUC_01", "PD_U1")
                .flatMap(process -> Stream.of(CaseRole.values()).map(role -> new Competence(process, role, ALWAYS)))
                .toList();
        return new Institution(id, name, network, sector, ALWAYS, competences, List.of(accepts));
    }

    private static List<Competence> bl1(CaseRole role) {
        return List.of(new Competence("BL1", role, ALWAYS));
    }

    private static List<Authorisation> authorisations() {
        var authorisations = new ArrayList<Authorisation>();
        int number = 1;
        for (String document : List.of("U1", "U001", "U002")) {
            authorisations.add(unemployment("26/%03d".formatted(number++), ADEM, RVA, document));
            authorisations.add(unemployment("26/%03d".formatted(number++), RVA, ADEM, document));
        }
        // The BL1 makes a person known to the insurer, so no directory line can be asked for before it.
        authorisations.add(bl1("26/%03d".formatted(number++), CNS, INSURER));
        authorisations.add(bl1("26/%03d".formatted(number), INSURER, CNS));
        return authorisations;
    }

    /** An authorisation between employment institutions, both of which must have integrated the person. */
    public static Authorisation unemployment(String number, InstitutionId from, InstitutionId to, String document) {
        return new Authorisation(
                number, from, to, document, UNEMPLOYMENT, UNEMPLOYED, UNEMPLOYED, MINIMUM_PHASE, ALWAYS);
    }

    private static Authorisation bl1(String number, InstitutionId from, InstitutionId to) {
        return new Authorisation(number, from, to, "BL1", SICKNESS, Set.of(), Set.of(), 0, ALWAYS);
    }

    private static List<DirectoryLine> directoryLines() {
        return List.of(
                line(KNOWN_TO_BOTH, ADEM, 0, 2),
                line(KNOWN_TO_BOTH, RVA, 18, 2),
                line(UNKNOWN_TO_SENDER, RVA, 18, 2),
                line(UNKNOWN_TO_RECEIVER, ADEM, 0, 2),
                line(RECEIVER_PHASE_LOW, ADEM, 0, 2),
                line(RECEIVER_PHASE_LOW, RVA, 18, 1),
                line(SENDER_PHASE_LOW, ADEM, 0, 1),
                line(SENDER_PHASE_LOW, RVA, 18, 2),
                line(REPLACED, ADEM, 0, 2),
                line(REPLACED, RVA, 18, 2));
    }

    /** That an institution knows a person as a job seeker. */
    public static DirectoryLine line(Insz person, InstitutionId institution, int sector, int phase) {
        return new DirectoryLine(person, institution, sector, "4", phase, ALWAYS, LocalDate.of(2026, 1, 5));
    }
}
