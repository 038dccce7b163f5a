package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.CNS;
import static be.kruispunt.store.Samples.NOW;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.advanced;
import static be.kruispunt.store.Samples.caseId;
import static be.kruispunt.store.Samples.in;
import static be.kruispunt.store.Samples.opened;
import static be.kruispunt.store.Samples.taken;
import static be.kruispunt.store.Samples.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.CaseRules;
import be.kruispunt.model.cases.Participant;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.CaseLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cases beside the path of messages. */
class CaseBookTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final CaseRules NOTICES =
            new CaseRules(ProcessCatalogue.standard().find("LA_BUC_05").orElseThrow());

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final Store store = TEST.store();
    private final CaseBook book = store.caseBook();

    /** RVA told two others which legislation applies. */
    private static CaseFile notified() {
        return NOTICES.after(
                CaseFile.opening(caseId(), "LA_BUC_05", RVA, List.of(ADEM, CNS), Set.of()),
                new Event(ticket(), "A010", RVA, Set.of(ADEM, CNS), Optional.empty(), NOW),
                CaseLink.NONE,
                Map.of());
    }

    private static CaseFile closed(CaseFile file) {
        return NOTICES.closedByItself(file, ticket(), HUB, NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void aCaseOfSeveral_isFoundAsItWasRecorded() {
        CaseFile file = notified();
        store.record(List.of(in(file, taken())), List.of());
        assertThat(book.find(file.id())).containsExactly(file);
        assertThat(book.find(caseId())).isEmpty();
    }

    @Test
    void aCaseIsDue_whenItsTimeHasCome_andNotBefore_norOnceItIsClosed() {
        CaseFile file = notified();
        store.record(List.of(in(file, taken())), List.of());
        Instant due = NOW.plus(Duration.ofDays(30));
        assertThat(book.due(due.minusSeconds(1), 1000)).doesNotContain(file);
        assertThat(book.due(due, 1000)).contains(file);

        CaseFile closed = closed(file);
        assertThat(book.close(List.of(closed))).containsExactly(closed);
        assertThat(book.find(file.id())).containsExactly(closed);
        assertThat(book.due(due, 1000)).extracting(CaseFile::id).doesNotContain(file.id());
    }

    @Test
    void aCaseThatMovedOnMeanwhile_isNotClosed() {
        CaseFile file = notified();
        CaseFile other = opened(caseId());
        store.record(List.of(in(file, taken()), in(other, taken())), List.of());
        CaseFile movedOn = NOTICES.after(
                file,
                new Event(ticket(), "X005", RVA, Set.of(ADEM, CNS), Optional.empty(), NOW),
                new CaseLink(Optional.empty(), Optional.of(InstitutionId.of("NL:NL2000"))),
                Map.of());
        store.record(List.of(in(movedOn, taken())), List.of());
        assertThat(book.close(List.of(closed(file)))).isEmpty();
        assertThat(book.find(file.id())).containsExactly(movedOn);
    }

    @Test
    void aStoreThatIsOnlyAsked_closesNothing() {
        CaseFile file = notified();
        store.record(List.of(in(file, taken())), List.of());
        try (Store attached = Store.attach(TEST.settings())) {
            assertThat(attached.caseBook().find(file.id())).containsExactly(file);
            assertThat(attached.caseBook().close(List.of(closed(file)))).isEmpty();
        }
    }

    /** What a hub before this one recorded: two parties by column, and acts by role. */
    @Test
    void aCaseOfBefore_keepsItsPartiesAndItsActs() {
        CaseFile file = advanced(opened(caseId()));
        String name = "before_" + UUID.randomUUID().toString().replace('-', '_');
        Database.Address server = TestStore.sharedServer().superuser();
        try (Database postgres = Database.connect(server, 1)) {
            execute(postgres, "create database " + name);
        }
        String url = server.jdbcUrl().replace("/postgres", "/" + name);
        migrate(url, server, "6");
        try (Database database = Database.connect(new Database.Address(url, server.user(), server.password()), 1)) {
            execute(
                    database,
                    """
                    insert into business_case (id, process, owner, counterparty, persons, events, kept_boxes, version)
                    values ('%s', 'UB_BUC_01', '%s', '%s', '{}',
                        '[{"act":"U001","by":"CASE_OWNER","ticket":"%s"},{"act":"U002","by":"COUNTERPARTY","ticket":"%s"}]',
                        '{}', 2)
                    """
                            .formatted(
                                    file.id(),
                                    RVA,
                                    ADEM,
                                    file.events().getFirst().ticket(),
                                    file.events().getLast().ticket()));
            migrate(url, server, "7");
            var found = new CaseBook(database, new Cases(new Json()), new Json(), () -> 0)
                    .find(file.id())
                    .getFirst();
            assertThat(found.participants())
                    .containsExactly(
                            new Participant(RVA, CaseRole.CASE_OWNER), new Participant(ADEM, CaseRole.COUNTERPARTY));
            assertThat(found.acts()).containsExactly("U001", "U002");
            assertThat(found.events()).extracting(Event::by).containsExactly(RVA, ADEM);
            assertThat(found.events()).extracting(Event::to).containsExactly(Set.of(ADEM), Set.of(RVA));
        }
    }

    private static void migrate(String url, Database.Address server, String target) {
        Flyway.configure()
                .dataSource(url, server.user(), server.password())
                .locations("classpath:be/kruispunt/store/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static void execute(Database database, String sql) {
        database.read(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
