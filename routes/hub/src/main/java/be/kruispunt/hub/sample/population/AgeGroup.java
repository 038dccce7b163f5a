package be.kruispunt.hub.sample.population;

import java.time.LocalDate;

/** How old somebody is on the day of a population, as far as statuses tell ages apart. */
enum AgeGroup {
    CHILD(0, 17),
    ADULT(18, 64),
    ELDER(65, 96);

    private final int youngest;
    private final int oldest;

    AgeGroup(int youngest, int oldest) {
        this.youngest = youngest;
        this.oldest = oldest;
    }

    /** The first day of birth of those who are of this age on that day. */
    LocalDate first(LocalDate day) {
        return day.minusYears(oldest + 1L).plusDays(1);
    }

    /** The last one. */
    LocalDate last(LocalDate day) {
        return day.minusYears(youngest);
    }
}
