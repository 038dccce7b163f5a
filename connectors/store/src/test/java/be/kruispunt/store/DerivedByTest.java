package be.kruispunt.store;

import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static be.kruispunt.store.RightsStoreTest.status;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.StatusChange.Granted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether everybody has been derived by the schemes that a hub works by. */
class DerivedByTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final DerivedBy derived = rights.derivedBy();

    @Test
    void everybodyIsDerived_whereNobodyIsKnown_andAfterOtherSchemes_onceItWasDone() {
        assertThat(derived.isDone("old")).as("no hub works by them").isFalse();
        derived.use("old");
        derived.use("old");
        assertThat(derived.isDone("old")).as("nothing was reported").isTrue();

        Insz person = Persons.next(1).getFirst();
        rights.report(
                new StatusReport(RVA, "a test", List.of(new Granted(status(person, "LIVING_WAGE", MAY, "by")))),
                DERIVER);
        derived.use("old");
        assertThat(derived.isDone("old")).isTrue();

        derived.done("new");
        assertThat(derived.isDone("new")).as("a hub works by others yet").isFalse();
        derived.use("new");
        assertThat(derived.isDone("new"))
                .as("it may have derived by others since")
                .isFalse();
        assertThat(derived.isDone("old")).isFalse();
        derived.done("new");
        assertThat(derived.isDone("new")).isTrue();

        derived.use("old");
        assertThat(derived.isDone("old"))
                .as("what was done before does not count")
                .isFalse();
    }
}
