package be.kruispunt.hub.sample.population;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.REGISTER;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_WATER;
import static be.kruispunt.hub.sample.DemonstrationRegister.WATER;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.store.RegisterWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The invented institutions of a population, beside those of the demonstration: more sources, and one more supplier. */
public final class PopulationRegister {
    /** Decides on allowances of persons with a disability. */
    static final InstitutionId DISABILITY = InstitutionId.of("BE:0999901239");
    /** Pays pensions. */
    static final InstitutionId PENSIONS = InstitutionId.of("BE:0999900645");
    /** Social protection in Flanders. */
    static final InstitutionId FLANDERS = InstitutionId.of("BE:0999900744");
    /** Pay child benefits. */
    static final InstitutionId CHILD_FUNDS = InstitutionId.of("BE:0999900843");
    /** The health insurers' college. */
    static final InstitutionId INSURERS = InstitutionId.of("BE:0999900942");
    /** Lets social flats. */
    static final InstitutionId HOUSING = InstitutionId.of("BE:0999901041");
    /** Another supplier of energy. */
    static final InstitutionId OTHER_ENERGY = InstitutionId.of("BE:0999901140");

    private static final Period ALWAYS = Period.since(LocalDate.of(2020, 1, 1));

    private PopulationRegister() {}

    /** Who reports: nobody else has, where a population may be put. */
    public static Set<InstitutionId> sources() {
        return Set.of(REGISTER, CENTRES, DISABILITY, PENSIONS, FLANDERS, CHILD_FUNDS, INSURERS, HOUSING);
    }

    /** Who has customers, and asks for them. */
    public static List<InstitutionId> suppliers() {
        return List.of(ENERGY, OTHER_ENERGY, WATER);
    }

    /** For which purpose a supplier asks. */
    public static LegalContext purpose(InstitutionId supplier) {
        return supplier.equals(WATER) ? SOCIAL_TARIFF_WATER : SOCIAL_TARIFF_ENERGY;
    }

    /** Which right a supplier asks for. */
    public static String scheme(InstitutionId supplier) {
        return supplier.equals(WATER) ? "WATER_SOCIAL_TARIFF" : "ENERGY_SOCIAL_TARIFF";
    }

    /** Those that the demonstration does not have. */
    public static List<Institution> institutions() {
        return List.of(
                institution(DISABILITY, "Service for persons with a disability", 16),
                institution(PENSIONS, "Pension service", 5),
                institution(FLANDERS, "Flemish social protection", 40),
                institution(CHILD_FUNDS, "Child funds", 7),
                institution(INSURERS, "Health insurers' college", 11),
                institution(HOUSING, "Social housing", 47),
                institution(OTHER_ENERGY, "Other energy supplier", 39));
    }

    private static Institution institution(InstitutionId id, String name, int sector) {
        return new Institution(
                id,
                name,
                Network.PRIMARY,
                sector,
                ALWAYS,
                List.of(new Competence("GSS", CaseRole.CASE_OWNER, ALWAYS)),
                List.of());
    }

    /**
     * Writes them, and that the other supplier may ask as the first may; again is harmless.
     *
     * @param hub itself, whom suppliers ask
     */
    public static void write(RegisterWriter writer, InstitutionId hub) {
        writer.putInstitutions(institutions());
        writer.putAuthorisations(List.of(
                authorisation(hub, "M903", Set.of()), authorisation(hub, "L901", Set.of("ENERGY_SOCIAL_TARIFF"))));
    }

    private static Authorisation authorisation(InstitutionId hub, String document, Set<String> rights) {
        return new Authorisation(
                "26/059", OTHER_ENERGY, hub, document, SOCIAL_TARIFF_ENERGY, Set.of(), Set.of(), 0, ALWAYS, rights);
    }
}
