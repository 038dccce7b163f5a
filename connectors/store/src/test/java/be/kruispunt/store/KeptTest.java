package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.authorisation;
import static be.kruispunt.store.Samples.in;
import static be.kruispunt.store.Samples.institution;
import static be.kruispunt.store.Samples.line;
import static be.kruispunt.store.Samples.opened;
import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Insz;
import be.kruispunt.store.RecordEntry.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was recorded stays: nobody can take a row away, or change what is in it, by an ordinary command. */
class KeptTest {
    private static final String RESTRICTED = "23001";
    private static final String NOT_ALLOWED = "42501";

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    @BeforeAll
    static void fill() {
        Taken entry = in(opened(Samples.caseId()), taken());
        TEST.store().record(List.of(entry), List.of());
        TEST.store().markDelivered(List.of(entry.ticket()));
        TEST.store()
                .settle(List.of(new SettledDelivery(
                        entry.ticket(), RVA, Optional.empty(), Optional.of(Instant.now()), Optional.empty())));
        TEST.store().rememberBrokerToken(UUID.randomUUID());
        RegisterWriter register = TEST.store().registerWriter();
        register.putInstitutions(List.of(institution(ADEM, "ADEM")));
        register.putAuthorisations(List.of(authorisation("26/014")));
        register.putDirectoryLines(List.of(line(Samples.MARIE, RVA)));
        register.putReplacedNumbers(Map.of(Insz.of("79441203718"), Samples.MARIE));
        RightsSample.fill(TEST.store(), Samples.MARIE);
        RightsSample.fill(TEST.store().runs(), Samples.MARIE);
    }

    /** Not even by a superuser, nor by one who says that he is a replica. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "message",
                "message_person",
                "evidence",
                "delivery",
                "delivery_state",
                "queued",
                "audit",
                "business_case",
                "broker_token",
                "social_status",
                "household_member",
                "birth",
                "death",
                "household_address",
                "person_name",
                "derived_right",
                "customer",
                "rights_question",
                "rights_answer",
                "rights_look",
                "right_code",
                "right_code_withdrawal",
                "rights_moment",
                "status_source",
                "rights_due",
                "rights_schemes",
                "asker",
                "last_told",
                "rights_subscription",
                "rights_run",
                "rights_run_page",
                "rights_file_refused",
                "rights_report",
                "rights_report_page",
                "asker_count",
                "asker_last",
                "asker_birth",
                "register_change",
                "register_version",
                "hub_term"
            })
    void noRowGoes(String table) {
        assertNoRowGoes(table);
        assertThat(TEST.runAsHub("delete from " + table)).contains(NOT_ALLOWED);
    }

    /** Unless somebody says who he is, and then one by one. */
    @ParameterizedTest
    @ValueSource(strings = {"institution", "authorisation", "directory_line", "replaced_number"})
    void noRowOfTheRegisterGoes(String table) {
        assertNoRowGoes(table);
        assertThat(TEST.runAsHub("delete from " + table)).contains(RESTRICTED);
    }

    private static void assertNoRowGoes(String table) {
        assertThat(TEST.ask("select count(*) from " + table)).isNotEqualTo(List.of("0"));
        assertThat(TEST.run("delete from " + table)).contains(RESTRICTED);
        assertThat(TEST.run("truncate " + table + " cascade")).contains(RESTRICTED);
        assertThat(TEST.run("set session_replication_role = replica; delete from " + table))
                .contains(RESTRICTED);
        assertThat(TEST.runAsHub("truncate " + table)).contains(NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "message, digest",
        "message, institution",
        "message, instance",
        "message, owns_identifier",
        "message, is_final",
        "message, refusal",
        "message, received_at",
        "message, case_id",
        "message_person, number",
        "evidence, received",
        "evidence, answer",
        "delivery, xml",
        "audit, entries",
        "business_case, id",
        "business_case, owner",
        "business_case, persons",
        "delivery_state, receiver",
        "queued, queued_at",
        "register_change, before",
        "social_status, person",
        "household_member, valid_until",
        "death, died",
        "household_address, address",
        "person_name, names",
        "customer, address",
        "derived_right, valid_until",
        "customer, person",
        "rights_question, asker",
        "rights_answer, answer",
        "right_code, valid_until",
        "right_code_withdrawal, reason",
        "rights_look, reason",
        "rights_run, known_at",
        "rights_run, expires_at",
        "rights_run, expired_at",
        "right_code, person",
        "rights_subscription, supplier",
        "rights_run_page, answers",
        "rights_file_refused, code",
        "rights_report, digest",
        "rights_schemes, fingerprint",
        "rights_report, expires_at",
        "rights_report, expired_at",
        "rights_report_page, codes"
    })
    void noColumnChanges(String table, String column) {
        String change = "update " + table + " set " + column + " = " + column;
        assertThat(TEST.run(change)).contains(RESTRICTED);
        assertThat(TEST.runAsHub(change)).contains(NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "social_status",
                "household_member",
                "birth",
                "death",
                "household_address",
                "person_name",
                "derived_right",
                "customer"
            })
    void whatIsKnownNoMore_isClosedOnce(String table) {
        assertThat(TEST.runAsHub("update " + table + " set known_until = null")).contains(RESTRICTED);
        assertThat(TEST.runAsHub("update " + table + " set known_until = now()"))
                .isEmpty();
        assertThat(TEST.runAsHub("update " + table + " set known_until = now()"))
                .contains(RESTRICTED);
        assertThat(TEST.run("update " + table + " set known_until = null")).contains(RESTRICTED);
    }

    /** Else a temporary table of whoever calls it would be taken for the owner's. */
    @Test
    void whatRunsWithTheOwnersRights_looksForTemporaryTablesLast() {
        assertThat(
                        TEST.ask(
                                """
                        select proname from pg_proc
                        where prosecdef and pronamespace = current_schema()::regnamespace
                            and not array_to_string(proconfig, '') like '%, pg_temp'
                        """))
                .isEmpty();
        assertThat(TEST.ask("select count(*) from pg_proc where proname = 'expire_answers' and prosecdef"))
                .containsExactly("1");
    }

    /** Every column that no trigger watches is one of those that the hub has to change. */
    @Test
    void whatTheHubMayChangeOfAMessageAndOfACase_isNamed() {
        assertThat(
                        TEST.ask(
                                """
                        select table_name || '.' || column_name from information_schema.column_privileges
                        where grantee = 'kruispunt' and privilege_type = 'UPDATE'
                            and table_name in ('message', 'business_case')
                        order by 1
                        """))
                .containsExactly(
                        "business_case.closes_at",
                        "business_case.events",
                        "business_case.kept_boxes",
                        "business_case.participants",
                        "business_case.version");
        assertThat(
                        TEST.ask(
                                """
                        select c.relname || '.' || a.attname
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relname in ('message', 'business_case') and not exists (
                            select from pg_trigger t
                            where t.tgrelid = c.oid and t.tgname like '%is_unchanged' and a.attnum = any (t.tgattr))
                        order by 1
                        """))
                .as("not watched")
                .containsExactly(
                        "business_case.closes_at",
                        "business_case.events",
                        "business_case.kept_boxes",
                        "business_case.participants",
                        "business_case.version");
    }

    @Test
    void theHubsRole_ownsNothing_andCannotSwitchTheProtectionOff() {
        assertThat(TEST.runAsHub("alter table message disable trigger all")).contains(NOT_ALLOWED);
        assertThat(TEST.runAsHub("drop table audit")).contains(NOT_ALLOWED);
        assertThat(TEST.runAsHub("create table mine (x int)")).contains(NOT_ALLOWED);
        assertThat(TEST.runAsHub("set session_replication_role = replica")).contains(NOT_ALLOWED);
        assertThat(TEST.runAsHub("set log_statement = none")).contains(NOT_ALLOWED);
        assertThat(TEST.runAsHub("copy audit to program 'cat'")).contains(NOT_ALLOWED);
        assertThat(TEST.ask("select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls"
                        + " from pg_roles where rolname = 'kruispunt'"))
                .containsExactly("f");
    }

    /** Every table is watched: a new one has to say what may become of its rows. */
    @Test
    void everyTableIsWatched() {
        assertThat(
                        TEST.ask(
                                """
                        select c.relname from pg_class c
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                            and c.relname <> 'flyway_schema_history' and not exists (
                                select from pg_trigger t
                                where t.tgrelid = c.oid and t.tgname like '%is_kept' and t.tgenabled = 'A')
                        """))
                .isEmpty();
    }
}
