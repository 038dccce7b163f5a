package be.kruispunt.hub.sample.population;

import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.StatusCode;
import java.util.random.RandomGenerator;

/**
 * Statuses for which a household has the social tariff for energy, and the age of who has them. How
 * often each comes is an assumption: the counts of the sources are published in other groups.
 */
enum Decision {
    LIVING_WAGE(AgeGroup.ADULT, 24),
    EQUIVALENT_LIVING_WAGE(AgeGroup.ADULT, 8),
    ADVANCE_BY_SOCIAL_CENTRE(AgeGroup.ADULT, 1),
    INCOME_REPLACING_ALLOWANCE(AgeGroup.ADULT, 16),
    INTEGRATION_ALLOWANCE(AgeGroup.ADULT, 10),
    INTEGRATION_ALLOWANCE_3_UP(AgeGroup.ADULT, 5),
    INCAPACITY_65_ALLOWANCE(AgeGroup.ADULT, 1),
    CARE_BUDGET_ELDERLY(AgeGroup.ELDER, 12),
    EXTRA_CHILD_BENEFIT_66(AgeGroup.CHILD, 8),
    INCOME_GUARANTEE_ELDERLY(AgeGroup.ELDER, 14),
    PENSION_DISABILITY_ADDITION(AgeGroup.ELDER, 1);

    private final AgeGroup age;
    private final int share;

    Decision(AgeGroup age, int share) {
        this.age = age;
        this.share = share;
    }

    static Decision any(RandomGenerator random) {
        return Shares.any(random, values(), decision -> decision.share);
    }

    /** Who decides it. */
    InstitutionId source() {
        return switch (this) {
            case LIVING_WAGE, EQUIVALENT_LIVING_WAGE, ADVANCE_BY_SOCIAL_CENTRE -> DemonstrationRegister.CENTRES;
            case INCOME_REPLACING_ALLOWANCE,
                    INTEGRATION_ALLOWANCE,
                    INTEGRATION_ALLOWANCE_3_UP,
                    INCAPACITY_65_ALLOWANCE -> PopulationRegister.DISABILITY;
            case CARE_BUDGET_ELDERLY -> PopulationRegister.FLANDERS;
            case EXTRA_CHILD_BENEFIT_66 -> PopulationRegister.CHILD_FUNDS;
            case INCOME_GUARANTEE_ELDERLY, PENSION_DISABILITY_ADDITION -> PopulationRegister.PENSIONS;
        };
    }

    /** How old who has it is. */
    AgeGroup age() {
        return age;
    }

    StatusCode status() {
        return StatusCode.of(name());
    }
}
