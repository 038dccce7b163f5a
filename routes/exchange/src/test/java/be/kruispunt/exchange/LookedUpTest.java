package be.kruispunt.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.Register;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.store.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookedUpTest {
    private static final Insz BIS = Insz.of("79441203718");
    private static final Insz OLD = Insz.of("17073003384");

    private static List<PersonNumber> judged(Set<PersonNumber> former, Map<Insz, Insz> replacedBy, Insz... numbers) {
        var header = Given.header(InstitutionId.of("LU:0053"), "PD_U1", Optional.empty());
        var facts = new DocumentFacts("U1", List.of(numbers), former, Map.of(), Map.of());
        var known = new Known(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new DirectoryExtract(List.of(), replacedBy),
                new Register(List.of(), List.of()));
        return new LookedUp(Given.validated(Given.received(header.sender(), "a form"), header, facts), known)
                .presentNumbers();
    }

    @Test
    void aPersonIsJudged_byTheNumberThatItHasNow() {
        assertThat(judged(Set.of(), Map.of(), Given.PERSON, OLD)).containsExactly(Given.PERSON, OLD);
        assertThat(judged(Set.of(BIS), Map.of(), Given.PERSON, BIS)).containsExactly(Given.PERSON);
        assertThat(judged(Set.of(), Map.of(OLD, Given.PERSON), OLD, Given.PERSON))
                .containsExactly(Given.PERSON);
    }

    @Test
    void aReplacedNumberAlone_isStillTheOneThatWasGiven() {
        assertThat(judged(Set.of(), Map.of(OLD, Given.PERSON), OLD)).containsExactly(OLD);
    }
}
