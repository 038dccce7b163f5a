package be.kruispunt.store;

import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A PostgreSQL without room answers every question, and keeps nothing. */
class FullDiskTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    @Test
    void whatHasNoRoom_isSaidInWords_andTheStoreKeepsNothing_untilAWriteGoesThrough() {
        Store store = TEST.store();
        assertThat(store.keeps()).isTrue();
        assertThat(TEST.run("create function no_room() returns trigger language plpgsql as"
                        + " $$ begin raise exception using errcode = '53100'; end $$"))
                .isEmpty();
        assertThat(TEST.run("create trigger no_room before insert on message execute function no_room()"))
                .isEmpty();
        assertThatThrownBy(() -> store.record(List.of(taken()), List.of()))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("PostgreSQL could not record (SQLSTATE 53100: its disk is full; make room)");
        assertThat(store.keeps()).isFalse();
        assertThat(store.isAvailable()).as("it answers").isTrue();

        assertThat(TEST.run("drop trigger no_room on message")).isEmpty();
        store.record(List.of(taken()), List.of());
        assertThat(store.keeps()).isTrue();
    }
}
