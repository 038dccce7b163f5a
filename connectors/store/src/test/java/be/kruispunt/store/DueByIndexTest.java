package be.kruispunt.store;

import static be.kruispunt.store.CustomersTest.FOUR;
import static be.kruispunt.store.CustomersTest.question;
import static be.kruispunt.store.CustomersTest.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The watch that looks for what is due reads nothing of what is not: there are years of it. */
class DueByIndexTest {
    private static final int MANY = 5_000;

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    @Test
    void whatIsNotDueYet_isNotRead() {
        var customer = new AskedPerson.ByReference(CustomerReference.of("K-1"));
        TEST.store()
                .rights()
                .record(
                        Stream.generate(() -> recorded(question(customer)))
                                .limit(MANY)
                                .toList(),
                        FOUR);
        TEST.run("analyze rights_question");
        // Reads by this connection that are not yet in the statistics: its own, of this statement.
        assertThat(TEST.ask("with expired as materialized (select expire_answers(10) as how_many)"
                        + " select how_many + pg_stat_get_xact_tuples_returned('rights_question_due'::regclass)"
                        + " + pg_stat_get_xact_tuples_returned('rights_question'::regclass) from expired"))
                .first()
                .satisfies(read -> assertThat(Integer.parseInt(read)).isLessThan(MANY / 100));
        assertThat(TEST.ask("select count(*) from rights_question where expired_at is null"))
                .containsExactly(String.valueOf(MANY));
    }
}
