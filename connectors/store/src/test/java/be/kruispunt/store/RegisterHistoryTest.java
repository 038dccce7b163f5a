package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.CNS;
import static be.kruispunt.store.Samples.MARIE;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.authorisation;
import static be.kruispunt.store.Samples.institution;
import static be.kruispunt.store.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.RegisterDifference;
import be.kruispunt.access.RegisterDifference.Change;
import be.kruispunt.access.RegisterState;
import be.kruispunt.access.ReplacedNumber;
import be.kruispunt.model.id.Insz;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever changes the register, by whatever way: the former text is kept, and who changed it when. */
class RegisterHistoryTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final Store store = TEST.store();
    private final RegisterWriter writer = store.registerWriter();

    @Test
    void whatIsPutAgainUnchanged_isNoChange() {
        writer.putInstitutions(List.of(institution(ADEM, "ADEM")));
        writer.putDirectoryLines(List.of(line(MARIE, ADEM)));
        long before = newest().id();

        writer.putInstitutions(List.of(institution(ADEM, "ADEM")));
        writer.putDirectoryLines(List.of(line(MARIE, ADEM)));

        assertThat(newest().id()).isEqualTo(before);
    }

    @Test
    void aChangeByAnotherProgram_isKeptWithItsRole() {
        writer.putInstitutions(List.of(institution(CNS, "CNS")));

        assertThat(TEST.run("update institution set name = 'another' where id = '" + CNS + "'"))
                .isEmpty();

        RegisterChange change = newest();
        assertThat(change.kind()).isEqualTo("institution");
        assertThat(change.before()).containsEntry("name", "CNS");
        assertThat(change.after()).containsEntry("name", "another");
        assertThat(change.by()).isEqualTo(change.role());
        assertThat(change.version()).isEqualTo(store.register().version());
    }

    @Test
    void aDifferenceIsMadeSo_andKeptUnderTheNameOfWhoMadeIt() {
        Institution rva = institution(RVA, "RVA");
        Authorisation authorisation = authorisation("26/777");
        var difference = new RegisterDifference(
                List.of(added(rva)),
                List.of(added(authorisation)),
                List.of(added(line(MARIE, RVA))),
                List.of(added(new ReplacedNumber(Insz.of("29311104266"), MARIE))));
        Set<Insz> persons = Set.of(MARIE, Insz.of("29311104266"));

        assertThat(writer.apply(store.registerState(persons), persons, difference, "jan"))
                .isTrue();

        RegisterState after = store.registerState(persons);
        assertThat(after.institutions()).contains(rva);
        assertThat(after.authorisations()).contains(authorisation);
        assertThat(after.lines()).contains(line(MARIE, RVA));
        assertThat(after.replacedBy()).containsEntry(Insz.of("29311104266"), MARIE);
        assertThat(store.registerChanges(4)).extracting(RegisterChange::by).containsOnly("jan");

        var back = new RegisterDifference(
                List.of(removed(rva)), List.of(removed(authorisation)), List.of(removed(line(MARIE, RVA))), List.of());
        assertThat(writer.apply(after, persons, back, "an")).isTrue();

        assertThat(store.registerState(persons).institutions()).doesNotContain(rva);
        assertThat(store.registerState(persons).authorisations()).doesNotContain(authorisation);
        assertThat(store.registerState(persons).lines())
                .extracting(DirectoryLine::institution)
                .doesNotContain(RVA);
        assertThat(store.registerChanges(3))
                .allSatisfy(change -> assertThat(change.after()).isEmpty())
                .extracting(RegisterChange::by)
                .containsOnly("an");
    }

    @Test
    void aDifferenceFromWhatIsNoLongerSo_isNotMade() {
        RegisterState seen = store.registerState(Set.of());
        writer.putAuthorisations(List.of(authorisation("26/778")));
        var difference =
                new RegisterDifference(List.of(), List.of(removed(authorisation("26/778"))), List.of(), List.of());

        assertThat(writer.apply(seen, Set.of(), difference, "jan")).isFalse();

        assertThat(store.registerState(Set.of()).authorisations()).contains(authorisation("26/778"));
    }

    @Test
    void theHistoryItself_isNeverChanged_andTheRegisterNeverEmptiedWithoutIt() {
        writer.putAuthorisations(List.of(authorisation("26/779")));
        assertThat(List.of(
                        TEST.run("update register_change set changed_by = 'nobody'"),
                        TEST.run("delete from register_change"),
                        TEST.run("truncate register_change"),
                        TEST.run("delete from authorisation"),
                        TEST.run("delete from directory_line"),
                        TEST.run("set session_replication_role = replica; delete from institution"),
                        TEST.run("set session_replication_role = origin; truncate authorisation"),
                        TEST.run("truncate directory_line")))
                .containsOnly(Optional.of("23001"));
    }

    private RegisterChange newest() {
        return store.registerChanges(1).getFirst();
    }

    private static <T> Change<T> added(T value) {
        return new Change<>(Optional.empty(), Optional.of(value));
    }

    private static <T> Change<T> removed(T value) {
        return new Change<>(Optional.of(value), Optional.empty());
    }
}
