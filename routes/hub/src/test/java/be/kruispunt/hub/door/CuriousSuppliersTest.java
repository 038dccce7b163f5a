package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.WATER;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Ran;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supplier that tries numbers or names in its files of customers: the operator is told, then it is stopped, until he has looked. */
@Tag("long")
@ExtendWith(SharedHub.class)
class CuriousSuppliersTest {
    private static final String CUSTOMERS = "rights-customers;1;SOCIAL_TARIFF_WATER";
    private static final String QUESTION =
            "rights-question;1;WATER_SOCIAL_TARIFF;SOCIAL_TARIFF_WATER;" + Suppliers.today();
    private static final String STOPPED = "see to: " + WATER + ": its questions are refused since ";
    private static final String TOLD_OF = "see to: " + WATER + ": curious since ";
    private static final String MANY_UNFOUND =
            "see to: " + WATER + ": many customers registered by name, and not found to be one person";

    private final Door door;
    private final FileRoom room;
    private final DataFolder data;

    CuriousSuppliersTest(Door door) {
        this.door = door;
        this.room = new FileRoom(door.hub());
        this.data =
                new DataFolder(Objects.requireNonNull(door.hub().trust().root().getParent()));
    }

    @BeforeEach
    @AfterEach
    void somebodyHasLooked() {
        door.store().rights().release(WATER, "a test");
    }

    private void registers(String name, List<String> lines) throws IOException {
        put(name, CUSTOMERS, lines);
        assertThat(room.answer(WATER, name + ".result"))
                .hasSize(lines.size() + 1)
                .endsWith(lines.size() + ";TAKEN");
    }

    private void put(String name, String first, List<String> lines) throws IOException {
        room.put(
                WATER,
                room.key(WATER),
                name,
                Stream.concat(Stream.of(first), lines.stream()).toArray(String[]::new));
    }

    private String asks(String name, String reference) throws IOException {
        put(name, QUESTION, List.of(reference));
        return room.receipt(WATER, name);
    }

    private String status() throws IOException {
        data.announce(door.hub().hub().amqpPort());
        return command("status").out();
    }

    private Ran command(String... words) {
        return Ran.run(Stream.of(
                        Stream.of("rights"),
                        Stream.of(words),
                        Stream.of("--data", data.root().toString()))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    private static String customer(LocalDate day, int serial) {
        long nine = Long.parseLong(day.format(DateTimeFormatter.ofPattern("yyMMdd"))) * 1_000 + serial;
        String number = "%09d%02d".formatted(nine, 97 - nine % 97);
        return "REGISTERED;CS-" + number + ";" + number + ";2020-01-01";
    }

    /** Every number of these days, and four times as many others, in no order. */
    private static List<String> tried(LocalDate others, LocalDate... days) {
        var random = new Random(33);
        var lines = new ArrayList<String>();
        for (int i = 0; i < days.length; i++) {
            LocalDate day = days[i];
            LocalDate far = others.plusYears(8L * i);
            IntStream.rangeClosed(1, 350).forEach(serial -> lines.add(customer(day, serial)));
            IntStream.range(0, 1_400).forEach(n -> lines.add(customer(far.plusDays(n), 1 + random.nextInt(350))));
        }
        Collections.shuffle(lines, random);
        return lines;
    }

    @Test
    void theNumbersOfADayOfBirth_amongOthersAndInNoOrder_areToldOf_andStopTheSupplier() throws IOException {
        registers("cs-numbers-1", tried(LocalDate.of(1920, 3, 1), LocalDate.of(1984, 6, 15)));
        assertThat(status()).contains("registered, and the number follows that of another", TOLD_OF);
        registers(
                "cs-numbers-2",
                tried(
                        LocalDate.of(1930, 3, 1),
                        LocalDate.of(1985, 2, 3),
                        LocalDate.of(1986, 11, 30),
                        LocalDate.of(1987, 9, 1)));
        assertThat(status()).contains(STOPPED, "rights release " + WATER);
        String customer = "CS-" + customer(LocalDate.of(1984, 6, 15), 1).substring(14, 25);
        assertThat(asks("cs-numbers-ask-1", customer)).isEqualTo("REFUSED QUESTIONS_STOPPED 0");
        assertThat(command("release", WATER.value()).exit()).isZero();
        assertThat(status()).doesNotContain(STOPPED, TOLD_OF);
        assertThat(asks("cs-numbers-ask-2", customer)).isEqualTo("TAKEN");
    }

    private static List<String> named(String name, int many) {
        return IntStream.range(0, many)
                .mapToObj(n ->
                        "REGISTERED;CN-" + n + ";;2020-01-01;;;" + name + n + ";Jan;;Notenlaan;" + (n + 1) + ";;9000;")
                .toList();
    }

    @Test
    void nameAfterNameUnderTheSameReferences_isToldOf_andStopsTheSupplier() throws IOException {
        new Suppliers(door.hub()).liveTogether("CN-H", "Notenlaan", Samples.insz(9_601));
        registers("cs-names-1", named("Maes", 2_000));
        assertThat(status()).contains(MANY_UNFOUND).doesNotContain(STOPPED, TOLD_OF);
        registers(
                "cs-names-2",
                Stream.of("Claes", "Aerts")
                        .flatMap(name -> named(name, 2_000).stream())
                        .toList());
        assertThat(status()).doesNotContain(STOPPED, TOLD_OF);
        registers("cs-names-3", named("Wouters", 500));
        assertThat(status()).contains("500 registered by name, under a reference that had three other names", TOLD_OF);
        registers("cs-names-4", named("Hermans", 500));
        assertThat(status()).contains(STOPPED, "rights release " + WATER);
        assertThat(asks("cs-names-ask", "CN-1")).isEqualTo("REFUSED QUESTIONS_STOPPED 0");
        assertThat(command("release", WATER.value()).exit()).isZero();
        assertThat(status()).doesNotContain(STOPPED, MANY_UNFOUND);
    }

    /** All of them twice, twins, and a name that is misspelt again and again. */
    @Test
    void whoSendsItsCustomersInTheOrderOfItsReferences_andCorrectsThem_isNotToldOf() throws IOException {
        var random = new Random(34);
        List<String> customers = IntStream.range(0, 3_000)
                .mapToObj(n -> customer(LocalDate.of(1940, 1, 2).plusDays(random.nextInt(24_000)), 998 - n % 350))
                .distinct()
                .toList();
        registers("cs-honest-1", customers);
        registers("cs-honest-2", customers.reversed());
        registers(
                "cs-honest-3",
                List.of(customer(LocalDate.of(1999, 5, 5), 401), customer(LocalDate.of(1999, 5, 5), 403)));
        List<String> spelt = List.of("Meas", "Maes", "Maess", "Meas", "Maes");
        for (int i = 0; i < spelt.size(); i++) {
            registers(
                    "cs-honest-" + (4 + i),
                    List.of("REGISTERED;CH-1;;2020-01-0" + (1 + i) + ";;;" + spelt.get(i)
                            + ";Jan;;Notenlaan;1;;9000;"));
        }
        assertThat(status()).doesNotContain(STOPPED, TOLD_OF, MANY_UNFOUND);
    }
}
