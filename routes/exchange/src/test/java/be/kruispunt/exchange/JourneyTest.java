package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.outcome.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a message when a step breaks. */
class JourneyTest {
    /** What the route was told is no message's fault. */
    private static final class Away extends RuntimeException {}

    private final Journey journey = new Journey(() -> NOW, Away.class::isInstance);
    private final List<Passage> batch = List.of(underway("good"), underway("broken"), underway("good too"));

    private static Passage underway(String body) {
        return new Passage.Underway(Given.received(ADEM, body), List.of());
    }

    private UnaryOperator<Passage> breaking(Throwable failure) {
        Received broken = batch.get(1).received();
        return journey.step(Step.PARSE, Received.class, received -> {
            if (received.equals(broken)) {
                throw failure instanceof Error error ? raise(error) : (RuntimeException) failure;
            }
            return Result.passed(received);
        });
    }

    private static RuntimeException raise(Error error) {
        throw error;
    }

    static List<Throwable> breakages() {
        return List.of(new IllegalStateException("a defect"), new OutOfMemoryError(), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void aStepThatBreaksOnOneMessage_setsThatOneAside_andTheOthersGoOn(Throwable failure) {
        List<Passage> after = batch.stream().map(breaking(failure)).toList();
        assertThat(after.get(1)).isEqualTo(new Passage.Failed(batch.get(1).received(), Optional.empty(), failure));
        assertThat(List.of(after.getFirst(), after.getLast()))
                .allSatisfy(passage -> assertThat(passage).isInstanceOf(Passage.Underway.class));
    }

    @Test
    void aBreakageThatIsNobodysFault_endsTheBatch() {
        var away = new Away();
        UnaryOperator<Passage> step = breaking(away);
        assertThatThrownBy(() -> batch.stream().map(step).toList()).isSameAs(away);
    }

    @Test
    void whatBrokeBefore_passesByTheStepsAfter() {
        Passage failed = new Passage.Failed(batch.get(1).received(), Optional.empty(), new IllegalStateException());
        assertThat(breaking(new IllegalStateException()).apply(failed)).isSameAs(failed);
    }

    @Test
    void aStepInTheWrongPlace_letsNoMessagePast() {
        UnaryOperator<Passage> step = journey.step(Step.VALIDATE, Parsed.class, Result::passed);
        assertThatThrownBy(() -> step.apply(batch.getFirst()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("VALIDATE takes Parsed, and was given Received");
    }

    @Test
    void linesInAWrongOrder_refuseToStart() {
        var line = new Line(Received.class);
        line.add(Step.PARSE, Received.class, Parsed.class);
        assertThatThrownBy(() -> line.add(Step.VALIDATE, Authenticated.class, Validated.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VALIDATE takes Authenticated, and the line before it gives Parsed");
    }
}
