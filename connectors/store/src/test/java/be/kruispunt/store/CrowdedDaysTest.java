package be.kruispunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Insz;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A day of birth of which somebody tries the numbers is told from those of honest suppliers, however dense their customers stand: the
 * country gives some 350 numbers to a day, and the largest supplier has half of them.
 */
class CrowdedDaysTest {
    private static final StrangerLimits LIMITS = new StrangerLimits(100, 1_000);
    private static final int BORN_ON_A_DAY = 350;
    private static final int PAGE = 2_000;

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final Random random = new Random(33);

    private static Insz number(LocalDate day, int serial) {
        long nine = Long.parseLong(day.format(DateTimeFormatter.ofPattern("yyMMdd"))) * 1_000 + serial;
        return Insz.of("%09d%02d".formatted(nine, 97 - nine % 97));
    }

    private Insz any(LocalDate day) {
        return number(day, 1 + random.nextInt(BORN_ON_A_DAY));
    }

    private void registers(String supplier, List<Insz> persons) {
        CustomerReport report = AskersTest.registering(supplier, persons);
        TEST.store()
                .record(
                        List.of(EffectTest.kept(rights.askers().counting(report, LIMITS, rights.keeping(report)))),
                        List.of());
    }

    private void registersInPages(String supplier, List<Insz> persons) {
        for (int i = 0; i < persons.size(); i += PAGE) {
            registers(supplier, persons.subList(i, Math.min(persons.size(), i + PAGE)));
        }
    }

    private Askers.Standing standing(String supplier) {
        return rights.askers().standing(LIMITS).stream()
                .filter(asker -> asker.supplier().value().equals(supplier))
                .findFirst()
                .orElseThrow();
    }

    /** Each on a day of its own, far from the others. */
    private List<Insz> padding(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> any(LocalDate.of(1930, 3, 1).plusDays(5L * i)))
                .toList();
    }

    @Test
    void aDayThatIsTriedOneByOne_withAnotherNumberAfterEach_counts_fromTheNinthOn() {
        List<Insz> between = padding(30);
        for (int i = 0; i < 30; i++) {
            registers("LU:0101", List.of(number(LocalDate.of(1984, 6, 15), i + 1)));
            registers("LU:0101", List.of(between.get(i)));
        }
        assertThat(standing("LU:0101").counted()).containsEntry(Curiosity.NEAR_NUMBER, 22L);
    }

    @Test
    void daysThatAreTried_amongFourTimesAsManyOthers_andInNoOrder_areToldOf_andStopTheSupplier() {
        var tried = new ArrayList<>(padding(5_600));
        for (LocalDate day : List.of(
                LocalDate.of(1984, 6, 15),
                LocalDate.of(1975, 2, 3),
                LocalDate.of(1991, 11, 30),
                LocalDate.of(1968, 9, 1))) {
            IntStream.rangeClosed(1, BORN_ON_A_DAY).forEach(serial -> tried.add(number(day, serial)));
        }
        Collections.shuffle(tried, random);
        registersInPages("LU:0102", tried.stream().distinct().toList());
        assertThat(standing("LU:0102").stopped()).isPresent();
        assertThat(standing("LU:0102").counted().get(Curiosity.NEAR_NUMBER)).isGreaterThan(1_200);
    }

    /** Some months of the largest supplier's customers, to an age that begins or ends on a day: nearly each stands beside another. */
    @Test
    void theLargestSupplier_inTheOrderOfItsReferences_isNotCounted() {
        var customers = new ArrayList<Insz>();
        for (int day = 0; day < 100; day++) {
            LocalDate born = LocalDate.of(1964, 4, 20).plusDays(day);
            IntStream.rangeClosed(1, BORN_ON_A_DAY)
                    .filter(_ -> random.nextBoolean())
                    .forEach(serial -> customers.add(number(born, serial)));
        }
        Collections.shuffle(customers, random);
        registersInPages("LU:0103", customers);
        assertThat(standing("LU:0103").counted()).containsOnlyKeys(Curiosity.NEW_NUMBER);
    }

    /** As a transport company has them that gives a pass to whoever turns 65. */
    @Test
    void whoRegistersThoseOfOneMonthOfBirth_isNotToldOf() {
        var customers = new ArrayList<Insz>();
        for (int day = 0; day < 30; day++) {
            LocalDate born = LocalDate.of(1961, 6, 1).plusDays(day);
            IntStream.rangeClosed(1, BORN_ON_A_DAY)
                    .filter(_ -> random.nextInt(BORN_ON_A_DAY) < 20)
                    .forEach(serial -> customers.add(number(born, serial)));
        }
        Collections.shuffle(customers, random);
        registersInPages("LU:0104", customers);
        assertThat(standing("LU:0104").counted().getOrDefault(Curiosity.NEAR_NUMBER, 0L))
                .isLessThan(10);
    }

    /** Each day those who turn 65 on it, as many days as count together: before there are others, the first ones are a crowd. */
    @Test
    void whoRegistersEachDayThoseOfOneDayOfBirth_isNotToldOf() {
        for (int day = 0; day < LIMITS.windowDays(); day++) {
            LocalDate born = LocalDate.of(1961, 4, 1).plusDays(day);
            registers(
                    "LU:0105",
                    IntStream.rangeClosed(1, BORN_ON_A_DAY)
                            .filter(_ -> random.nextInt(BORN_ON_A_DAY) < 20)
                            .mapToObj(serial -> number(born, serial))
                            .toList());
        }
        assertThat(standing("LU:0105").alerted()).isEmpty();
    }

    /** As many have it in their papers whose day of birth is not known. */
    @Test
    void theFirstOfJanuary_isNoCrowd() {
        var customers = new ArrayList<>(padding(1_000));
        IntStream.rangeClosed(1, BORN_ON_A_DAY)
                .filter(_ -> random.nextBoolean())
                .forEach(serial -> customers.add(number(LocalDate.of(1970, 1, 1), serial)));
        Collections.shuffle(customers, random);
        registersInPages("LU:0106", customers.stream().distinct().toList());
        assertThat(standing("LU:0106").counted()).containsOnlyKeys(Curiosity.NEW_NUMBER);
    }
}
