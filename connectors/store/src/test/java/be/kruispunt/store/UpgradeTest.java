package be.kruispunt.store;

import static be.kruispunt.store.Samples.NOW;
import static be.kruispunt.store.Samples.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tables of an earlier version, with rows in them. */
class UpgradeTest {
    private static final Ticket TICKET = Samples.ticket();

    private static final UUID EMPTIED = UUID.randomUUID();
    private static final UUID KEPT = UUID.randomUUID();
    private static final String TOLD =
            """
            insert into rights_question (id, asked_at, asker, scheme, purpose, day, trace, authorisation, register, reason,
                known_at, persons, strangers, expires_at, expired_at)
            select id::uuid, '2020-01-01Z', 'LU:1', 'PASS', 'LEISURE', '2020-01-01', '', '', 1, '', '2020-01-01Z', 1, 0,
                expires::timestamptz, expired::timestamptz
            from (values ('00000000-0000-7000-8000-000000000001', '2021-01-01Z', '2021-01-02Z'),
                ('00000000-0000-7000-8000-000000000002', '2099-01-01Z', null)) as q (id, expires, expired);
            insert into rights_answer (id, question, customer, person, answer) values
                ('%s', '00000000-0000-7000-8000-000000000001', null, null, null),
                ('%s', '00000000-0000-7000-8000-000000000002', 'K-1', '84031712187', 'ENTITLED');
            insert into rights_look (looked_at, looked_by, reason, answer) values (now(), 'Jan', 'a test', '%s');
            insert into right_code (id, place, answer, person, scheme, valid_from, valid_until, issued_at)
            values ('4F7QK2M9ZX1CRT8B', 1, '%s', '84031712187', 'PASS', '2020-01-01', '2020-01-31', '2020-01-01Z');
            insert into right_code_withdrawal (code, place, valid_until, reason, withdrawn_at, withdrawn_by)
            values ('4F7QK2M9ZX1CRT8B', 1, '2020-01-31', 'ON_REQUEST', now(), 'Jan');
            insert into rights_run (id, kind, asker, scheme, purpose, name, day, today, known_at, authorisation, register,
                reason, started_at)
            values (gen_random_uuid(), 'QUARTER', 'LU:1', 'PASS', 'LEISURE', '2020-Q1', '2020-01-01', '2020-01-01',
                '2020-01-01Z', '', 1, '', '2020-01-01Z');
            insert into rights_run_page (run, page, lines, strangers, reached, last, answers, persons, answered_at)
            select id, 0, 0, 0, '', true, '', '', '2020-01-01Z' from rights_run;
            insert into customer (supplier, reference, person, valid_from, shares, told_by, known_from, known_until)
            select supplier, reference, person, '2020-01-01', true, supplier, known_from::timestamptz, known_until::timestamptz
            from (values ('LU:1', 'K-1', '84031700113', '2020-01-01Z', '2020-02-01Z'),
                ('LU:1', 'K-1', '84031700113', '2020-02-01Z', null), ('LU:1', 'K-2', '84031700113', '2020-01-01Z', null),
                ('LU:1', 'K-3', '84031700311', '2020-01-01Z', '2020-02-01Z'), ('LU:1', 'K-4', '84231700156', '2020-01-01Z', null),
                ('LU:1', 'K-5', '84431700102', '2020-01-01Z', null), ('LU:1', 'K-6', '84010100191', '2020-01-01Z', null),
                ('LU:1', 'K-7', '84001700189', '2020-01-01Z', null), ('LU:1', 'K-8', '84030000138', '2020-01-01Z', null),
                ('LU:1', 'K-9', null, '2020-01-01Z', null), ('LU:2', 'C-1', '84031700113', '2020-01-01Z', null))
                as c (supplier, reference, person, known_from, known_until);
            insert into person_name (source, person, names, born, valid_from, told_by, known_from, known_until) values
                ('LU:1', '84031712187', '{x}', '1984-03-17', '1984-03-17', 'as the number', '2020-01-01Z', null),
                ('LU:1', '84431712176', '{x}', '1984-00-00', '1984-03-17', 'less', '2020-01-01Z', null),
                ('LU:1', '84431712176', '{y}', '1983-00-00', '1984-03-17', 'closed', '2019-01-01Z', '2020-01-01Z')
            """;

    @RegisterExtension
    static final TestStore TEST = new TestStore(UpgradeTest::leave);

    private static void leave(Database.Address address) {
        leaveOneOpen(address);
        leaveTold(address);
    }

    private static void migrate(Database.Address address, String version) {
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:be/kruispunt/store/migration")
                .target(version)
                .load()
                .migrate();
    }

    /** As version 22 has an answer that was emptied, with its number, who looked at it, a code that was told with another, and a run. */
    private static void leaveTold(Database.Address address) {
        migrate(address, "22");
        try (Database database = Database.connect(address, 1)) {
            database.write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute(TOLD.formatted(EMPTIED, KEPT, EMPTIED, KEPT));
                }
            });
        }
    }

    /** Answers of before were derived from the numbers alone, and stay explained by them. */
    @Test
    void birthsThatWereToldBefore_areKnownFromTheUpgradeOn() {
        assertThat(TEST.ask(
                        "select person || born || (known_from > now() - interval '1 hour') from birth order by person"))
                .containsExactly("840317121871984-03-17true", "844317121761984-00-00true");
        assertThat(TEST.ask("select person from rights_due where done_at is null"))
                .as("of whom more is told than the number does")
                .contains("84431712176")
                .doesNotContain("84031712187");
    }

    /** Who registered a day full before would otherwise begin anew. Three registers; what stands for a day that nobody knows is none. */
    @Test
    void numbersThatWereRegisteredBefore_countByTheirDaysOfBirth_eachOnceForItsSupplier() {
        assertThat(TEST.ask("select supplier || ' ' || day || ': ' || numbers from asker_birth order by supplier, day"))
                .containsExactly(
                        "LU:1 " + day("84031700113") + ": 2",
                        "LU:1 " + day("84231700156") + ": 1",
                        "LU:1 " + day("84431700102") + ": 1",
                        "LU:2 " + day("84031700113") + ": 1");
    }

    private static int day(String number) {
        return DayOfBirth.of(Insz.of(number)).orElseThrow().place();
    }

    @Test
    void whatWasToldBefore_expiresByTheTimeThatWasSaidThen_andKeepsNoNumberOfWhatIsGone() {
        assertThat(TEST.ask("select hidden_number('" + EMPTIED + "') = id from rights_answer where answer is null"))
                .containsExactly("t");
        assertThat(TEST.ask("select id from rights_answer where answer is not null"))
                .containsExactly(KEPT.toString());
        assertThat(TEST.ask("select hidden_number('" + EMPTIED + "') = answer from rights_look"))
                .containsExactly("t");
        assertThat(TEST.ask("select extract(year from expires_at)::int from right_code"))
                .containsExactly("2099");
        assertThat(TEST.ask("select expires_at = started_at + interval '10 years' from rights_run"))
                .containsExactly("t");
    }

    /** As version 8 of the tables has a document that its receiver has not taken: one for a receiver, whatever it is. */
    private static void leaveOneOpen(Database.Address address) {
        migrate(address, "8");
        try (Database database = Database.connect(address, 1);
                var compression = new Compression()) {
            database.write(connection -> {
                try (var statement = connection.prepareStatement(
                        """
                        with state as (
                            insert into delivery_state (ticket, receiver) values (?, ?) returning ticket, receiver
                        ), held as (
                            insert into queued (ticket, queued_at) select ticket, now() from state)
                        insert into delivery (ticket, receiver, document_code, document_version, digest, xml)
                        select ticket, receiver, 'U1', '1.0', '', ? from state
                        """)) {
                    statement.setObject(1, TICKET.value());
                    statement.setString(2, RVA.value());
                    statement.setBytes(3, compression.compress("<u1/>".getBytes(UTF_8)));
                    return statement.executeUpdate();
                }
            });
        }
    }

    @Test
    void whatWasOpen_hasItsCodeNow_keepsItsDuplicateId_andIsSettledByANoticeThatDoesNotSayWhatItIs() {
        var open = new ArrayList<StoredDelivery>();
        TEST.store().openDeliveries(open::add);
        assertThat(open).singleElement().satisfies(document -> {
            assertThat(document.id()).isEqualTo(new DeliveryId(TICKET, RVA, "U1"));
            assertThat(document.formerId()).isTrue();
            assertThat(document.xml()).isEqualTo("<u1/>".getBytes(UTF_8));
        });

        TEST.store()
                .settle(List.of(
                        new SettledDelivery(TICKET, RVA, Optional.empty(), Optional.of(NOW), Optional.empty())));
        open.clear();
        TEST.store().openDeliveries(open::add);
        assertThat(open).isEmpty();
        assertThat(TEST.ask("select document_code || count(*) from delivery_state group by document_code"))
                .containsExactly("U11");
    }
}
