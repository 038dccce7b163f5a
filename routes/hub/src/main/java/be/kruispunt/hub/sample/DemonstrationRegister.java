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

    /** An invented public service for social integration: the authentic source of living wages. */
    public static final InstitutionId CENTRES = InstitutionId.of("BE:0999900150");
    /** An invented register of persons. */
    public static final InstitutionId REGISTER = InstitutionId.of("BE:0999900249");
    /** An invented supplier of energy. */
    public static final InstitutionId ENERGY = InstitutionId.of("BE:0999900348");
    /** An invented water company. */
    public static final InstitutionId WATER = InstitutionId.of("BE:0999900447");

    /** An invented municipality, with a museum and a swimming pool. */
    public static final InstitutionId MUNICIPALITY = InstitutionId.of("BE:0999900546");

    public static final LegalContext SOCIAL_RIGHTS = LegalContext.of("SOCIAL_RIGHTS");
    public static final LegalContext SOCIAL_TARIFF_ENERGY = LegalContext.of("SOCIAL_TARIFF_ENERGY");
    public static final LegalContext SOCIAL_TARIFF_WATER = LegalContext.of("SOCIAL_TARIFF_WATER");

    public static final LegalContext LEISURE = LegalContext.of("LEISURE");

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
    private static final DocumentType M901 = DocumentType.of("M901", "1.0");
    private static final DocumentType M902 = DocumentType.of("M902", "1.0");
    private static final DocumentType M903 = DocumentType.of("M903", "1.0");
    private static final DocumentType L901 = DocumentType.of("L901", "1.0");
    private static final DocumentType BL1 = DocumentType.of("BL1", "1.0");

    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));
    /** Sector 18 (unemployment): 1 controlled unemployed, 4 job seeker. */
    private static final Set<String> UNEMPLOYED = Set.of("1", "4");

    private static final int MINIMUM_PHASE = 2;

    private DemonstrationRegister() {}

    /**
     * Writes everything; again is harmless.
     *
     * @param hub itself, which is an addressee of what is told and asked about social rights (decision 0026)
     */
    public static void write(RegisterWriter writer, InstitutionId hub) {
        writer.putInstitutions(institutions());
        writer.putInstitutions(List.of(rights(hub, "Kruispunt", 25, CaseRole.COUNTERPARTY, M901, M902, M903, L901)));
        writer.putAuthorisations(authorisations());
        writer.putAuthorisations(rights(hub));
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
                        INSURER, "Insurer", Network.SECONDARY, 11, ALWAYS, bl1(CaseRole.COUNTERPARTY), List.of(BL1)),
                rights(CENTRES, "Public centres", 17, CaseRole.CASE_OWNER),
                rights(REGISTER, "Register of persons", 36, CaseRole.CASE_OWNER),
                rights(ENERGY, "Energy supplier", 39, CaseRole.CASE_OWNER),
                rights(WATER, "Water company", 43, CaseRole.CASE_OWNER),
                rights(MUNICIPALITY, "Municipality", 29, CaseRole.CASE_OWNER));
    }

    private static Institution rights(
            InstitutionId id, String name, int sector, CaseRole role, DocumentType... accepts) {
        return new Institution(
                id,
                name,
                Network.PRIMARY,
                sector,
                ALWAYS,
                List.of(new Competence("GSS", role, ALWAYS)),
                List.of(accepts));
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

    private static List<Authorisation> rights(InstitutionId hub) {
        return List.of(
                rights("26/051", CENTRES, hub, M901, SOCIAL_RIGHTS, "LIVING_WAGE", "EQUIVALENT_LIVING_WAGE"),
                rights("26/052", REGISTER, hub, M902, SOCIAL_RIGHTS),
                rights("26/053", ENERGY, hub, M903, SOCIAL_TARIFF_ENERGY),
                rights("26/053", ENERGY, hub, L901, SOCIAL_TARIFF_ENERGY, "ENERGY_SOCIAL_TARIFF"),
                rights("26/054", WATER, hub, M903, SOCIAL_TARIFF_WATER),
                rights("26/054", WATER, hub, L901, SOCIAL_TARIFF_WATER, "WATER_SOCIAL_TARIFF"),
                rights("26/055", MUNICIPALITY, hub, M903, LEISURE),
                rights("26/055", MUNICIPALITY, hub, L901, LEISURE, "MUNICIPAL_LEISURE_PASS"));
    }

    private static Authorisation rights(
            String number,
            InstitutionId from,
            InstitutionId hub,
            DocumentType type,
            LegalContext why,
            String... rights) {
        return new Authorisation(number, from, hub, type.code(), why, Set.of(), Set.of(), 0, ALWAYS, Set.of(rights));
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
