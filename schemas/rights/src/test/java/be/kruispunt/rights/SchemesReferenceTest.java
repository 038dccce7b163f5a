package be.kruispunt.rights;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.rights.StatusCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference of the schemes is their files, line by line; {@code -Dkruispunt.print=true} prints it anew. */
class SchemesReferenceTest {
    private static final Path PAGE =
            Path.of(System.getProperty("kruispunt.root", "../..")).resolve("docs/reference/schemes.md");

    private static final String HEAD =
            """
            # The schemes

            Which rights follow from which statuses, printed from the files of the schemes (`mvn test -Dtest=SchemesReferenceTest
            -Dkruispunt.print=true`). A scheme is a decision table, a file for each of its versions; how one is written, and how a
            municipality adds its own, is told in [decision 0024](../decisions/0024-a-right-follows-from-a-table.md).

            On each day the first line that applies gives the right. What is told of it is *entitled*, *not entitled* or *not
            determined*, with the period for which that holds; never the line. *Not entitled* means: not by what the sources report.

            ## How a right is counted
            | In the file | Means |
            |---|---|
            | `judged: 01-01` | status, household and age are looked at on that day, and what is so then is so for a year |
            | `from: quarter-of-decision`, `month-of-decision` | from the first day of the quarter or month of the decision; or of the day from which all is so, if that is later |
            | `from: start` | from the day from which all is so |
            | `until: end-of-year` | to the end of the calendar year, and again for the next one if all is so on its first day |
            | `until: end-of-month`, `end` | to the end of the last month in which all is so; to the last day |
            | `most-years` | and no longer than so many years |
            | `whose: household` | the status of anybody who lives at the same domicile counts, on the check day or on the days on which both live there |
            | `automatic: no` | nobody is entitled by this line: a certificate on paper is wanted |
            | `keep` | how long what was answered is kept, such as `P5Y`; without it `P10Y`, below |
            | `counter: yes` | who has the right can carry a code of it to a counter ([counter](../counter.md)) |
            | `age-from`, `age-below` | the age of who gets the right. The register tells the date of birth; where it does not, the number does. Of a birthday that is not known nothing is guessed: not determined |

            *All is so* on the days on which the status is in force, who has it and the person live, at one domicile if another's status
            counts, and the person has the age. A move and a death end a right as the end of a status does, at the end of the year, the
            month or the day: so the days that are told do not tell which it was
            ([decision 0033](../decisions/0033-what-a-supplier-may-learn.md)). What was reported under a number that was replaced is told of
            the present number.

            What was told, and of whom, is kept for ten years unless the file says otherwise (`keep`), and then goes; that it was told, and its
            [proof](../audit-rights.md), stays. Ten years is our reading: no source says it of these rights, but Flemish law keeps the audit register of MAGDA,
            which relays the Crossroads Bank, for ten years (vlaanderen.be).

            ## Statuses
            Who reports them is an institution of one of these sectors, and no other.

            | Status | Sectors | Nederlands | Fran\u00e7ais | Deutsch | English |
            |---|---|---|---|---|---|
            """;

    @Test
    void thePage_isThatOfTheFiles() throws IOException {
        Schemes schemes = Schemes.standard();
        String page = HEAD
                + schemes.statuses().stream()
                        .sorted(Comparator.comparing(StatusKind::code))
                        .map(SchemesReferenceTest::status)
                        .collect(Collectors.joining())
                + schemes.all().stream().map(SchemesReferenceTest::scheme).collect(Collectors.joining());
        if (Boolean.getBoolean("kruispunt.print")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String status(StatusKind kind) {
        return "| `" + kind.code() + "` | "
                + kind.sectors().stream().sorted().map(Object::toString).collect(Collectors.joining(", ")) + " | "
                + names(kind.names()) + " |\n";
    }

    private static String names(Map<Language, String> names) {
        return Stream.of(Language.values()).map(names::get).collect(Collectors.joining(" | "));
    }

    private static String scheme(Scheme scheme) {
        return "\n## " + scheme + "\n"
                + Stream.of(Language.values()).map(scheme.names()::get).collect(Collectors.joining("; ")) + ".\n"
                + "In force from " + scheme.valid().from()
                + scheme.valid().until().map(last -> " to " + last).orElse("") + "; "
                + String.join("; ", scheme.legal()) + ".\n"
                + (scheme.counter() ? "Shown at counters by a code ([counter](../counter.md)).\n" : "")
                + grant(scheme.grant()) + kept(scheme) + "\n\n"
                + "| Line | Status | Whose | |\n|---|---|---|---|\n"
                + scheme.lines().stream().map(SchemesReferenceTest::line).collect(Collectors.joining())
                + list("Read in a source", scheme.sourced())
                + list("Our reading", scheme.readings());
    }

    private static String grant(Grant grant) {
        return switch (grant) {
            case Grant.Judged(MonthDay on) -> "Judged on " + on.toString().substring(2) + " (month-day) for a year.";
            case Grant.Counted counted ->
                "From `" + SchemeReader.written(counted.from()) + "` until `"
                        + SchemeReader.written(counted.until()) + "`"
                        + (counted.mostYears().isPresent()
                                ? ", at most " + counted.mostYears().getAsInt() + " years"
                                : "")
                        + ".";
        };
    }

    private static String kept(Scheme scheme) {
        return scheme.keep().equals(Scheme.KEPT) ? "" : " What is answered is kept for `" + scheme.keep() + "`.";
    }

    private static String line(SchemeLine line) {
        return "| " + line.number() + " | "
                + line.statuses().stream()
                        .sorted()
                        .map(StatusCode::value)
                        .map(code -> "`" + code + "`")
                        .collect(Collectors.joining(", "))
                + " | " + SchemeReader.written(line.whose()) + " | " + line.basis()
                + (line.automatic() ? "" : "; **not automatic**")
                + age("; from the age of ", line.age().from())
                + age("; below the age of ", line.age().below()) + " |\n";
    }

    private static String age(String words, OptionalInt age) {
        return age.isPresent() ? words + age.getAsInt() : "";
    }

    private static String list(String title, List<String> sentences) {
        return sentences.isEmpty()
                ? ""
                : "\n" + title + ":\n"
                        + sentences.stream().map(each -> "- " + each + "\n").collect(Collectors.joining());
    }
}
