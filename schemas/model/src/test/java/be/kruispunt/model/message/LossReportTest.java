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
        return new LossReport(List.of(U1), U002, lines.toList());
    }

    @Test
    void theReceiverIsTold_eachReasonOnce_withItsBoxes() {
        LossReport report = of(Stream.of(
                new Line(LOST, "1.8.2", "/U1/Address/town", "", "no address"),
                new Line(LOST, "1.8.1", "/U1/Address/street", "", "no address"),
                new Line(CARRIED, "1.2", "/U1/familyName", "/U002/x", ""),
                new Line(LOST, "name", "/U1/P/E[1]/Employer/name", "", "no employers"),
                new Line(LOST, "name", "/U1/P/E[2]/Employer/name", "", "no employers")));
        List<Omission> told =
                List.of(new Omission("1.8.1 1.8.2", "no address"), new Omission("P/E/Employer/name", "no employers"));
        assertThat(report.summary().omissions()).isEqualTo(told);
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
        assertThat(report.summary())
                .isEqualTo(new LossSummary(
                        List.of(U1),
                        U002,
                        2,
                        List.of(
                                new LossSummary.Reason(LOST, "no address", List.of("1.8.1", "1.8.2"), 2),
                                new LossSummary.Reason(CHANGED, "no address", List.of("2.1.1"), 2))));
    }

    @Test
    void ofTwoDocuments_theBoxesOfTheSecondAreTold_withItsCode() {
        var report = new LossReport(
                List.of(U002, DocumentType.of("U004", "4.2")),
                U1,
                List.of(
                        new Line(LOST, "name", "/U002/P[2]/Employer/name", "", "no employers"),
                        new Line(LOST, "name", "/U004/S[1]/I[12]/Employer[3]/name", "", "no employers"),
                        new Line(LOST, "2.1", "/U004/S[1]/x", "", "no employers")));
        assertThat(report.summary().omissions())
                .containsExactly(new Omission("P/Employer/name U004/2.1 U004/S/I/Employer/name", "no employers"));
    }

    @Test
    void whatTheReceiverIsTold_isBounded() {
        LossReport report =
                of(IntStream.range(0, 5_000).mapToObj(n -> new Line(LOST, "e" + n, "/U1/some/path/e" + n, "", "none")));
        assertThat(report.summary().omissions()).singleElement().satisfies(omission -> assertThat(omission.boxes())
                .hasSizeLessThanOrEqualTo(1_000)
                .endsWith(" ..."));
    }
}
