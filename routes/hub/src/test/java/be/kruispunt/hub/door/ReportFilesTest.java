package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.buffer.report.TakeReport;
import be.kruispunt.documents.Samples;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Ran;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.rights.DerivedRight;
import be.kruispunt.store.RightsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sources and suppliers report in files: through their folders, and by the operator's command. */
@ExtendWith(SharedHub.class)
class ReportFilesTest {
    private static final LocalDate THIS_YEAR = Suppliers.today().withDayOfYear(1);
    private static final String STATUSES = "rights-statuses;1;SOCIAL_RIGHTS";
    private static final String CUSTOMERS = "rights-customers;1;SOCIAL_TARIFF_ENERGY";

    private final TestHub hub;
    private final FileRoom room;

    ReportFilesTest(Door door) {
        this.hub = door.hub();
        this.room = new FileRoom(hub);
    }

    private static String granted(Insz person, String reference) {
        return "GRANTED;" + reference + ";" + person.digits() + ";LIVING_WAGE;" + THIS_YEAR + ";;" + THIS_YEAR;
    }

    private void put(InstitutionId sender, String name, String... lines) throws IOException {
        room.put(sender, room.key(sender), name, lines);
    }

    private List<SchemeCode> rights(Insz person) {
        RightsStore rights = hub.hub().store().rights();
        return rights.rights(person, rights.moment()).stream()
                .map(DerivedRight::scheme)
                .toList();
    }

    private List<String> result(InstitutionId sender, String name) throws IOException {
        List<String> lines = room.answer(sender, name + ".result");
        return lines.subList(1, lines.size());
    }

    @Test
    void aSourcesFile_isTakenLineByLine_andSentAgainAnsweredByTheFirstAnswer() throws IOException {
        Insz person = Samples.insz(6_501);
        String[] lines = {
            STATUSES,
            granted(person, "RF-1"),
            "GRANTED;RF-2;" + person.digits() + ";DISABILITY_ALLOWANCE_INTEGRATION;" + THIS_YEAR + ";;" + THIS_YEAR,
            "GRANTED;RF-3;12345678901;LIVING_WAGE;" + THIS_YEAR + ";;" + THIS_YEAR,
            "CORRECTED;RF-nobody;" + person.digits() + ";LIVING_WAGE;" + THIS_YEAR + ";;" + THIS_YEAR,
            "GRANTED;RF-4;" + person.digits() + ";LIVING_WAGE;" + THIS_YEAR + ";" + THIS_YEAR.minusDays(1) + ";"
                    + THIS_YEAR
        };
        put(CENTRES, "statuses-1", lines);
        assertThat(room.receipt(CENTRES, "statuses-1")).isEqualTo("TAKEN LINE_INVALID 3, LINE_INVALID 5");
        List<String> result = room.answer(CENTRES, "statuses-1.result");
        assertThat(result.getFirst()).matches("rights-statuses-result;1;SOCIAL_RIGHTS;[^;]+Z;5;4;[0-9a-f-]{36}");
        assertThat(result.subList(1, result.size()))
                .containsExactly(
                        "1;TAKEN",
                        "2;STATUS_NOT_AUTHORISED",
                        "3;LINE_INVALID",
                        "4;REFERENCE_UNKNOWN",
                        "5;LINE_INVALID");
        assertThat(rights(person)).contains(SchemeCode.of("ENERGY_SOCIAL_TARIFF"));
        assertThat(room.in(CENTRES).resolve("statuses-1.csv")).doesNotExist();

        Files.delete(room.out(CENTRES).resolve("statuses-1.result.go"));
        put(CENTRES, "statuses-1", lines);
        assertThat(room.answer(CENTRES, "statuses-1.result")).isEqualTo(result);
        put(CENTRES, "statuses-again", lines);
        assertThat(room.receipt(CENTRES, "statuses-again")).isEqualTo("REPEATED");
        put(CENTRES, "statuses-1", STATUSES);
        await().until(() -> room.receipt(CENTRES, "statuses-1").equals("REFUSED FILE_NAME_TAKEN 0"));
    }

    /** All at once: each has its answer, and nothing of any is taken. */
    @Test
    void whatIsWrongWithAReport_standsInItsReceipt_andNothingOfItIsTaken() throws IOException {
        Insz person = Samples.insz(6_502);
        String line = granted(person, "RF-never");
        room.write(CENTRES, "r-half", STATUSES, line);
        Path changed = room.write(CENTRES, "r-changed", STATUSES);
        room.sign(changed, room.key(CENTRES));
        Files.writeString(changed, STATUSES + "\n" + line + "\n");
        room.go(CENTRES, "r-changed");
        room.write(CENTRES, "r-unsigned", STATUSES, line);
        room.go(CENTRES, "r-unsigned");
        room.put(CENTRES, room.key(REGISTER), "r-anothers", STATUSES, line);
        put(CENTRES, "r-other-purpose", "rights-statuses;1;SOCIAL_TARIFF_ENERGY", line);
        put(CENTRES, "r-other-kind", "rights-households;1;SOCIAL_RIGHTS", "DEATH;" + person.digits());
        put(CENTRES, "r-header", "rights-statuses;2;SOCIAL_RIGHTS", line);
        put(ENERGY, "r-no-source", STATUSES, line);
        assertThat(Stream.of("r-changed", "r-unsigned", "r-anothers", "r-other-purpose", "r-other-kind", "r-header")
                        .collect(Collectors.toMap(name -> name, name -> room.receipt(CENTRES, name))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "r-changed", "REFUSED SIGNATURE_INVALID 0",
                        "r-unsigned", "REFUSED SIGNATURE_MISSING 0",
                        "r-anothers", "REFUSED SIGNER_MISMATCH 0",
                        "r-other-purpose", "REFUSED LEGAL_CONTEXT_NOT_ALLOWED 0",
                        "r-other-kind", "REFUSED NOT_AUTHORISED 0",
                        "r-header", "REFUSED FILE_HEADER 1"));
        assertThat(room.receipt(ENERGY, "r-no-source")).isEqualTo("REFUSED NOT_AUTHORISED 0");
        assertThat(room.out(CENTRES).resolve("r-half.receipt.go")).doesNotExist();
        assertThat(room.in(CENTRES).resolve("r-half.csv")).exists();
        assertThat(rights(person)).isEmpty();
    }

    /** The question lies there as soon as the customers do, on the third page of their file, and is about them. */
    @Test
    void aSupplierRegistersItsCustomersInAFile_andAsksInTheNext() throws IOException {
        Insz person = Samples.insz(6_503);
        put(CENTRES, "for-supplier", STATUSES, granted(person, "RF-5"));
        result(CENTRES, "for-supplier");
        String question = "rights-question;1;ENERGY_SOCIAL_TARIFF;SOCIAL_TARIFF_ENERGY;" + Suppliers.today();
        Path asked = room.write(ENERGY, "customers-2-ask", question, "RF-K1", "RF-K2", "RF-K3");
        room.sign(asked, room.key(ENERGY));
        room.write(
                ENERGY,
                "customers-1",
                Stream.of(
                                Stream.of(CUSTOMERS),
                                Stream.generate(() -> "cannot be read").limit(2L * TakeReport.PAGE),
                                Stream.of(
                                        "REGISTERED;RF-K1;" + person.digits() + ";2020-01-01",
                                        "REGISTERED;RF-K2;;2020-01-01;;FORBIDS",
                                        "REGISTERED;RF-K3;" + person.digits() + ";2020-01-01;;FORBIDS",
                                        "UNREGISTERED;RF-nobody;;;2026-01-31"))
                        .flatMap(lines -> lines)
                        .toArray(String[]::new));
        room.sign(room.in(ENERGY).resolve("customers-1.csv"), room.key(ENERGY));
        room.go(ENERGY, "customers-1");
        room.go(ENERGY, "customers-2-ask");
        assertThat(result(ENERGY, "customers-1"))
                .hasSize(2 * TakeReport.PAGE + 4)
                .endsWith("4001;TAKEN", "4002;TAKEN", "4003;LINE_INVALID", "4004;REFERENCE_UNKNOWN");
        assertThat(result(ENERGY, "customers-2-ask").stream()
                        .map(line -> line.split(";", -1)[0] + " " + line.split(";", -1)[1]))
                .containsExactly("RF-K1 ENTITLED", "RF-K2 NOT_DETERMINED", "RF-K3 NOT_YOUR_CUSTOMER");
    }

    private Ran run(String... arguments) {
        var data = new DataFolder(Objects.requireNonNull(hub.trust().root().getParent()));
        return Ran.run(Stream.concat(
                        Stream.of(arguments), Stream.of("--data", data.root().toString()))
                .toArray(String[]::new));
    }

    private Ran load(Path file, String... options) {
        return run(Stream.concat(Stream.of("rights", "load", file.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void theOperatorsCommand_takesTheSameFile_ofWhomIsExpected(@TempDir Path folder) throws IOException {
        Insz one = Samples.insz(6_504);
        Insz other = Samples.insz(6_505);
        Path file = Files.writeString(
                folder.resolve("homes-1.csv"),
                "rights-households;1;SOCIAL_RIGHTS\nHOUSEHOLD;RF-H1;MEMBER;" + one.digits() + ";2020-01-01;;MEMBER;"
                        + other.digits() + ";2020-01-01\nDEATH;" + one.digits() + ";2026-13-01\n");
        room.sign(file, room.key(REGISTER));
        assertThat(load(file, "--from", CENTRES.value()).out()).contains("not taken: SIGNER_MISMATCH");
        Ran loaded = load(file, "--from", REGISTER.value(), "--json");
        assertThat(loaded.exit()).as(loaded.err()).isEqualTo(1);
        assertThat(loaded.json().path("done").asInt()).isEqualTo(2);
        assertThat(loaded.json().path("refused").asInt()).isEqualTo(1);
        assertThat(result(REGISTER, "homes-1")).containsExactly("1;TAKEN", "2;LINE_INVALID");
        assertThat(run("rights", "runs").out())
                .contains("HOUSEHOLDS homes-1 of " + REGISTER + ": 2 of 2 line(s), 1 not taken, done");
    }
}
