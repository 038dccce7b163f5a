package be.kruispunt.store;

import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page of a run is answered from, all on one connection: the asker's customers, and of each no more than the one right. */
public final class PageFacts {
    private static final String STOPPED =
            "select exists (select from asker where supplier = ? and stopped_at is not null)";

    /** Also who came or left between both moments. */
    private static final String REFERENCES =
            """
            select distinct reference from customer
            where supplier = ? and reference > ?
                and ((known_from <= ? and (known_until is null or known_until > ?))
                    or (known_from <= ? and (known_until is null or known_until > ?)))
            order by reference limit ?
            """;

    private final Connection connection;
    private final RightsRun run;
    private final String after;

    PageFacts(Connection connection, RightsRun run, String after) {
        this.connection = connection;
        this.run = run;
        this.after = after;
    }

    /** Where the page before ended ({@link AnsweredPage#reached}); empty before the first. */
    public String after() {
        return after;
    }

    /** Whether the asker's questions are stopped by now, until somebody looks. */
    public boolean stopped() {
        return ask(() -> {
            try (var statement = connection.prepareStatement(STOPPED)) {
                new Columns(statement).text(run.subject().asker().value());
                return Rows.list(statement.executeQuery(), row -> row.getBoolean(1))
                        .getFirst();
            }
        });
    }

    /** The asker's customers that these may be, as it was known at the run's moment; who is none is not in the answer. */
    public Map<AskedPerson, List<CustomerRights>> customers(Collection<AskedPerson> asked) {
        return customers(asked, run.moment().known());
    }

    /** The same, as it was known at another moment. */
    public Map<AskedPerson, List<CustomerRights>> customers(Collection<AskedPerson> asked, Instant known) {
        return ask(() -> look(known).customers(asked));
    }

    /** The next of all customers, in the order of their references. */
    public List<CustomerRights> next(int most) {
        return ask(() -> look(run.moment().known()).page(reference(), most));
    }

    /** The next references of all who were customers at the run's moment, or at an earlier one. */
    public List<CustomerReference> references(Instant earlier, int most) {
        return ask(() -> {
            Instant known = run.moment().known();
            try (var statement = connection.prepareStatement(REFERENCES)) {
                new Columns(statement)
                        .text(run.subject().asker().value())
                        .text(after)
                        .moment(known)
                        .moment(known)
                        .moment(earlier)
                        .moment(earlier)
                        .number(most);
                return Rows.list(statement.executeQuery(), row -> CustomerReference.of(row.getString("reference")));
            }
        });
    }

    private Optional<CustomerReference> reference() {
        return Optional.of(after).filter(text -> !text.isEmpty()).map(CustomerReference::of);
    }

    private CustomerLookUp look(Instant known) {
        var subject = run.subject();
        return new CustomerLookUp(connection, new Sought(subject.asker(), subject.scheme(), subject.day(), known));
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        }
    }
}
