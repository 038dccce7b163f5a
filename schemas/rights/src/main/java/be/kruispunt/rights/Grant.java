package be.kruispunt.rights;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalInt;

/** From when until when a status gives a right: one of two ways, and no more. */
public sealed interface Grant {
    /**
     * The days in which a day stands together with those on which nothing new can be decided: a right is told no further than
     * their end, even if the status goes on. Empty where a right is told as long as it is known.
     */
    Optional<Days> cycle(int day);

    /**
     * The day up to which all must be known before nobody can get a right for this one any more: a decision of a later day of its
     * quarter, or month, still gives it from the first.
     */
    int settled(int day);

    /**
     * The status, the household and the age are looked at on one day, and what is so on that day is so for a whole year, until
     * the day comes again.
     *
     * @param on the check day
     */
    record Judged(MonthDay on) implements Grant {
        @Override
        public Optional<Days> cycle(int day) {
            int first = checkDay(Days.date(day).getYear());
            int from = first <= day ? first : checkDay(Days.date(day).getYear() - 1);
            return Optional.of(new Days(from, checkDay(Days.date(from).getYear() + 1) - 1));
        }

        @Override
        public int settled(int day) {
            return cycle(day).orElseThrow().from();
        }

        /** The years whose check days are among these, from the first check day to the eve of the one after the last. */
        Days years(Days days) {
            if (days.isEmpty()) {
                return Days.NONE;
            }
            int first = checkDayFrom(days.from());
            if (first > days.until()) {
                return Days.NONE;
            }
            return new Days(first, days.isOpen() ? Days.OPEN : checkDayFrom(days.until() + 1) - 1);
        }

        private int checkDayFrom(int day) {
            int year = Days.date(day).getYear();
            return checkDay(year) >= day ? checkDay(year) : checkDay(year + 1);
        }

        private int checkDay(int year) {
            return Days.number(on.atYear(year));
        }
    }

    /**
     * The right goes with the days on which all is so that it follows from: the status, the household, the age, and that they live.
     *
     * @param from from when
     * @param until until when
     * @param mostYears after how many years the right ends anyway
     */
    record Counted(From from, Until until, OptionalInt mostYears) implements Grant {
        @Override
        public Optional<Days> cycle(int day) {
            int year = Days.date(day).getYear();
            return until == Until.END_OF_YEAR
                    ? Optional.of(
                            new Days(Days.number(LocalDate.of(year, 1, 1)), Days.number(LocalDate.of(year, 12, 31))))
                    : Optional.empty();
        }

        @Override
        public int settled(int day) {
            return from.closes(day);
        }

        /** The days of the right. None where it was so no more before the first of them. */
        Days of(Days so, int decided) {
            if (so.isEmpty()) {
                return Days.NONE;
            }
            int first = from.of(so.from(), decided);
            if (so.until() < first) {
                return Days.NONE;
            }
            int last = until.of(first, so.until());
            int most = mostYears.isPresent() ? last(first, mostYears.getAsInt()) : Days.OPEN;
            return new Days(first, Math.min(last, most));
        }

        /** The last day of so many years: the eve of that date; of 29 February in a year that has none, the last of the month. */
        private static int last(int first, int years) {
            LocalDate from = Days.date(first);
            LocalDate next = from.plusYears(years);
            return Days.number(next) - (next.getDayOfMonth() == from.getDayOfMonth() ? 1 : 0);
        }
    }

    /** The first day of a right. A decision that comes before its status counts from the first day of that. */
    enum From {
        QUARTER_OF_DECISION {
            @Override
            int of(int start, int decided) {
                LocalDate day = Days.date(Math.max(start, decided));
                return Days.number(firstOfQuarter(day));
            }

            @Override
            int closes(int today) {
                return Days.number(firstOfQuarter(Days.date(today)).plusMonths(3)) - 1;
            }

            private static LocalDate firstOfQuarter(LocalDate day) {
                return day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            }
        },
        MONTH_OF_DECISION {
            @Override
            int of(int start, int decided) {
                return Days.number(Days.date(Math.max(start, decided)).withDayOfMonth(1));
            }

            @Override
            int closes(int today) {
                LocalDate day = Days.date(today);
                return Days.number(day.withDayOfMonth(day.lengthOfMonth()));
            }
        },
        START {
            @Override
            int of(int start, int decided) {
                return start;
            }

            @Override
            int closes(int today) {
                return today;
            }
        };

        abstract int of(int start, int decided);

        /** The last day of the quarter, the month, or the day in which a decision of today counts; of later days nobody is told no yet. */
        abstract int closes(int today);
    }

    /** The last day of a right. */
    enum Until {
        /** Granted to the end of the calendar year, and again for the next one if all is so on its first day. */
        END_OF_YEAR {
            @Override
            int of(int first, int last) {
                return last == Days.OPEN
                        ? Days.OPEN
                        : Days.number(LocalDate.of(Days.date(last).getYear(), 12, 31));
            }
        },
        END_OF_MONTH {
            @Override
            int of(int first, int last) {
                if (last == Days.OPEN) {
                    return Days.OPEN;
                }
                LocalDate day = Days.date(last);
                return Days.number(day.withDayOfMonth(day.lengthOfMonth()));
            }
        },
        END {
            @Override
            int of(int first, int last) {
                return last;
            }
        };

        abstract int of(int first, int last);
    }
}
