package be.kruispunt.store;

import static be.kruispunt.store.Samples.NOW;
import static be.kruispunt.store.Samples.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tables of an earlier version, with rows in them. */
class UpgradeTest {
    private static final Ticket TICKET = Samples.ticket();

    @RegisterExtension
    static final TestStore TEST = new TestStore(UpgradeTest::leaveOneOpen);

    /** As version 8 of the tables has a document that its receiver has not taken: one for a receiver, whatever it is. */
    private static void leaveOneOpen(Database.Address address) {
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:be/kruispunt/store/migration")
                .target("8")
                .load()
                .migrate();
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
