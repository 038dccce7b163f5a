package be.kruispunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the connections are set up that work is done on. */
class DatabaseTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private static List<String> plannerOf(Database database) {
        try (database) {
            return database.read(connection -> {
                try (var statement = connection.prepareStatement("select current_setting(name) from unnest(array["
                        + "'enable_seqscan', 'enable_hashjoin', 'plan_cache_mode']) as name")) {
                    return Rows.list(statement.executeQuery(), row -> row.getString(1));
                }
            });
        }
    }

    /** An auditor's question over a year goes by no key, and would never end if it had to. */
    @Test
    void onlyThePathOfMessages_isPlannedByKeyAlone() {
        assertThat(plannerOf(Database.connectByKey(TEST.hub(), 1))).containsExactly("off", "off", "force_generic_plan");
        for (Database other : List.of(Database.connect(TEST.hub(), 1), Database.connectWhenAsked(TEST.hub(), 1))) {
            assertThat(plannerOf(other)).containsExactly("on", "on", "auto");
        }
    }
}
