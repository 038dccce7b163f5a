package be.kruispunt.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.Insz;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom runs were about. It is asked seldom, and there are millions of lines: so the pages are read, some seconds for ten million lines,
 * and there is no index that every line would pay for. Of subscriptions only those suppliers' that ever had him for a customer.
 */
final class RunAudit {
    private static final int AT_ONCE = 50;

    private static final String PAGES =
            """
            select r.*, p.answers, p.persons from rights_run r join rights_run_page p on p.run = r.id
            where p.lines > 0 and (r.kind = 'FILE'
                or exists (select from customer c where c.supplier = r.asker and c.person = any(?::text[])))
            order by r.started_at, r.id, p.page
            """;

    private final Connection connection;

    RunAudit(Connection connection) {
        this.connection = connection;
    }

    /** Every line about a person, by any of his numbers, the oldest run first. */
    List<RunAnswer> about(Insz number) throws SQLException {
        Set<Insz> numbers = new HashSet<>(Set.of(number));
        new ReplacedNumbers(connection).others(numbers).values().forEach(numbers::addAll);
        var found = new ArrayList<RunAnswer>();
        try (var statement = connection.prepareStatement(PAGES)) {
            statement.setFetchSize(AT_ONCE);
            new Columns(statement).text(numbers, Insz::digits);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    String persons = new String(Compression.expand(rows.getBytes("persons")), UTF_8);
                    if (numbers.stream().anyMatch(each -> persons.contains(each.digits()))) {
                        String answers = new String(Compression.expand(rows.getBytes("answers")), UTF_8);
                        add(
                                found,
                                RightsRun.read(rows),
                                numbers,
                                persons.lines().toList(),
                                answers.lines().toList());
                    }
                }
            }
        }
        return found;
    }

    private static void add(
            List<RunAnswer> found, RightsRun run, Set<Insz> numbers, List<String> persons, List<String> answers) {
        for (int i = 0; i < persons.size(); i++) {
            String person = persons.get(i);
            if (!person.isEmpty() && numbers.contains(Insz.of(person))) {
                found.add(new RunAnswer(run, answers.get(i)));
            }
        }
    }
}
