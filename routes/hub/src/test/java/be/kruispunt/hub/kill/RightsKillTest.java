package be.kruispunt.hub.kill;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.buffer.DeriveEverybody;
import be.kruispunt.rights.Schemes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources report and a supplier asks while the hub is killed, over and over: each report counts once, each question is answered once. */
@Tag("long")
class RightsKillTest {
    private static final int PERSONS = 100;
    private static final int KILLS = 4;

    @Test
    void eachReportCountsOnce_andEachQuestionIsAnsweredOnce_whenTheHubIsKilledUnderLoad(@TempDir Path root)
            throws IOException, InterruptedException, SQLException {
        HubFolder folder = HubFolder.prepare(root, 1);
        var reports = new RightsReports(folder, PERSONS);
        reports.registerCustomers();
        Killing.Report report = new Killing(folder, reports.messages(), KILLS).run((any, hub, tries) -> {
            requireEachOnce(folder);
            requireNothingLeftToDerive(hub);
            return Balance.ofWhatIsForTheHub(folder, hub, tries, List.of(CENTRES, REGISTER, ENERGY));
        });
        System.out.println(report.line());
        assertThat(report.result().lost()).as("lost").isZero();
        assertThat(report.result().doubled()).as("doubled").isZero();
        assertThat(report.result().unexpected()).as("refused").isZero();
        assertThat(report.result().documents()).as("answers to questions").isEqualTo(PERSONS);
    }

    /** Rows that were closed again, or stand twice, would count more. */
    private static void requireEachOnce(HubFolder folder) {
        try (StoreProbe probe = StoreProbe.connect(folder)) {
            assertThat(probe.number("select count(*) from social_status")).isEqualTo(PERSONS);
            assertThat(probe.number("select count(*) from household_member")).isEqualTo(PERSONS);
            assertThat(probe.number("select count(*) from customer where told_by <> 'before'"))
                    .isEqualTo(PERSONS);
            assertThat(probe.number("select count(*) from rights_question")).isEqualTo(PERSONS);
            assertThat(probe.number("select count(*) from rights_answer where customer is not null"))
                    .isEqualTo(PERSONS);
            assertThat(probe.number("select count(distinct person) from derived_right where known_until is null"))
                    .isEqualTo(PERSONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireNothingLeftToDerive(LiveHub hub) {
        var everybody = new DeriveEverybody(hub.store().rights(), Schemes.standard());
        assertThat(everybody.derive(told -> {}).changed())
                .as("rows that a full derivation changes")
                .isZero();
    }
}
