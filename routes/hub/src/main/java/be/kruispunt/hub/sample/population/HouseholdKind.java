package be.kruispunt.hub.sample.population;

import java.util.random.RandomGenerator;

/**
 * Who lives together. The shares are those of the private households on 1 January 2024 (<a
 * href="https://statbel.fgov.be/en/themes/population/structure-population/households">Statbel</a>): 36.1 % live alone, 24.8 % are couples
 * without children, 26.9 % couples with children, 9.9 % lone parents, the rest are others. How many children there are is an assumption,
 * with which a household has 2.25 persons on average, as there.
 */
enum HouseholdKind {
    ALONE(361, 1, false),
    COUPLE(248, 2, false),
    COUPLE_WITH_CHILDREN(269, 2, true),
    LONE_PARENT(99, 1, true),
    OTHER(23, 3, false);

    /** Parts of a hundred with one child, two, and so on. */
    private static final int[] CHILDREN = {40, 41, 14, 4, 1};

    private final int share;
    private final int adults;
    private final boolean children;

    HouseholdKind(int share, int adults, boolean children) {
        this.share = share;
        this.adults = adults;
        this.children = children;
    }

    static HouseholdKind any(RandomGenerator random) {
        return Shares.any(random, values(), kind -> kind.share);
    }

    /** One whose adults are of this age, or where a child of that age lives: the elderly have none at home. */
    static HouseholdKind with(AgeGroup age, RandomGenerator random) {
        HouseholdKind kind = any(random);
        while ((age == AgeGroup.CHILD && !kind.children) || (age == AgeGroup.ELDER && kind.children)) {
            kind = any(random);
        }
        return kind;
    }

    int adults() {
        return adults;
    }

    int children(RandomGenerator random) {
        if (!children) {
            return 0;
        }
        int number = 1;
        for (int left = random.nextInt(100) - CHILDREN[0]; left >= 0; left -= CHILDREN[number - 1]) {
            number++;
        }
        return number;
    }
}
