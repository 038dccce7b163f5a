package be.kruispunt.model.message;

import static be.kruispunt.model.message.LossReport.Fate.CARRIED;
import static be.kruispunt.model.message.LossReport.Fate.CHANGED;
import static be.kruispunt.model.message.LossReport.Fate.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.message.LossReport.Line;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LossReportTest {
    private static final DocumentType U1 = DocumentType.of("U1", "1.0");
    private static final DocumentType U002 = DocumentType.of("U002", "4.2");

    private static LossReport of(Stream<Line> lines) {
        return new LossReport(U1, U002, lines.toList());
    }

    @Test
    void aBoxThatIsRepeated_isOneLine_withTheRangeOfItsPlaces() {
        LossReport report = of(IntStream.rangeClosed(1, 2_000)
                .mapToObj(n ->
                        new Line(CARRIED, "2.1.1", "/U1/P/E[" + n + "]/from", "/U002/P/E[" + (n + 7) + "]/x", "")));
        assertThat(report.merged().lines())
                .containsExactly(
                        new Line(CARRIED, "2.1.1", "/U1/P/E[1..2000]/from", "/U002/P/E[8..2007]/x", "", 2_000));
        assertThat(report.merged().count(CARRIED)).isEqualTo(2_000);
        assertThat(report.merged().merged()).isEqualTo(report.merged());
    }

    @Test
    void positionsWithinPositions_areRangesOfTheirOwn() {
        LossReport report = of(Stream.of("/U002/E[1]/N[3]/a", "/U002/E[4]/N[1]/a", "/U002/E[2]/N[1]/a")
                .map(path -> new Line(LOST, "a", path, "", "none")));
        assertThat(report.merged().lines())
                .containsExactly(new Line(LOST, "a", "/U002/E[1..4]/N[1..3]/a", "", "none", 3));
    }

    @Test
    void whatFaresOtherwise_isNotMerged() {
        LossReport report = of(Stream.of(
                new Line(LOST, "2.3.1", "/U1/I[1]/amount", "", "not gross"),
                new Line(LOST, "2.3.1", "/U1/I[2]/amount", "", "insured"),
                new Line(CARRIED, "2.3.1", "/U1/I[3]/amount", "/U002/I[1]/amount", ""),
                new Line(LOST, "1.8", "/U1/Address", "", "insured")));
        assertThat(report.merged()).isEqualTo(report);
    }

    @Test
    void theReceiverIsTold_eachReasonOnce_withItsBoxes() {
        LossReport report = of(Stream.of(
                new Line(LOST, "1.8.2", "/U1/Address/town", "", "no address"),
                new Line(LOST, "1.8.1", "/U1/Address/street", "", "no address"),
                new Line(CARRIED, "1.2", "/U1/familyName", "/U002/x", ""),
                new Line(LOST, "name", "/U002/P/E[1]/Employer/name", "", "no employers"),
                new Line(LOST, "name", "/U002/P/E[2]/Employer/name", "", "no employers")));
        List<Omission> told =
                List.of(new Omission("1.8.1 1.8.2", "no address"), new Omission("P/E/Employer/name", "no employers"));
        assertThat(report.omissions()).isEqualTo(told);
        assertThat(report.merged().omissions()).isEqualTo(told);
    }

    @Test
    void theSenderIsTold_eachReasonOnce_withItsBoxes_andWhatWasCarriedAsACount() {
        LossReport report = of(Stream.of(
                new Line(LOST, "1.8.2", "/U1/Address/town", "", "no address"),
                new Line(CARRIED, "1.2", "/U1/familyName", "/U002/x", ""),
                new Line(CHANGED, "2.1.1", "/U1/P/E[1]/from", "/U002/y", "no address"),
                new Line(CHANGED, "2.1.1", "/U1/P/E[2]/from", "/U002/y", "no address"),
                new Line(LOST, "1.8.1", "/U1/Address/street", "", "no address"),
                new Line(CARRIED, "1.3", "/U1/forename", "/U002/z", "")));
        for (LossReport told : List.of(report, report.merged())) {
            assertThat(told.summary())
                    .isEqualTo(new LossSummary(
                            U1,
                            U002,
                            2,
                            List.of(
                                    new LossSummary.Reason(LOST, "no address", List.of("1.8.1", "1.8.2"), 2),
                                    new LossSummary.Reason(CHANGED, "no address", List.of("2.1.1"), 2))));
        }
    }

    @Test
    void whatTheReceiverIsTold_isBounded() {
        LossReport report = of(
                IntStream.range(0, 5_000).mapToObj(n -> new Line(LOST, "e" + n, "/U002/some/path/e" + n, "", "none")));
        assertThat(report.omissions()).singleElement().satisfies(omission -> assertThat(omission.boxes())
                .hasSizeLessThanOrEqualTo(1_000)
                .endsWith(" ..."));
    }
}
