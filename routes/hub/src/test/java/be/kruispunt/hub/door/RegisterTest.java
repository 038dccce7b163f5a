package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.KNOWN_TO_BOTH;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;
import static be.kruispunt.model.outcome.RefusalCode.NOT_AUTHORISED;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.Ran;
import be.kruispunt.hub.sample.Forms.Envelope;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The register as an operator changes it while the hub is at work. */
@ExtendWith(SharedHub.class)
class RegisterTest {
    private final Door door;
    private final Path data;

    RegisterTest(Door door) {
        this.door = door;
        this.data = Objects.requireNonNull(door.hub().trust().root().getParent());
    }

    private Ran run(String... arguments) {
        return Ran.run(Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }

    private Ran apply(String yaml, String... options) throws IOException {
        Path file = Files.writeString(data.resolve("register.yaml"), yaml);
        var arguments = new ArrayList<>(List.of("register", "apply", file.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private static final String ADDED =
            """

              - number: T/100
                sender: LU:0053
                receiver: NL:NL2000
                document: U1
                purpose: UNEMPLOYMENT_BENEFIT
                sender-qualities: [4]
                receiver-qualities: [4]
                minimum-phase: 2
                from: 2026-01-01
            """;

    @Test
    void whatIsApplied_holdsAtOnce_andTheTraceSaysWhatStoodThen() throws IOException {
        String before = run("register", "show").out();
        String person = Samples.insz(8151).digits();
        String lines =
                """

                directory:
                  - {person: %1$s, institution: LU:0053, quality: 4, phase: 2, from: 2026-01-01}
                  - {person: %1$s, institution: NL:NL2000, quality: 4, phase: 2, from: 2026-01-01}
                """
                        .formatted(person);
        String wanted = before + ADDED + lines;

        Ran dry = apply(wanted, "--dry-run");
        assertThat(dry.exit()).as(dry.out() + dry.err()).isZero();
        assertThat(dry.out())
                .contains("+ authorisation", "+   number: T/100", "3 added, 0 changed, 0 removed, not made so")
                .contains("*********" + person.substring(9))
                .doesNotContain(person);
        assertThat(run("register", "show").out()).isEqualTo(before);

        // Nobody can be asked here.
        assertThat(apply(wanted))
                .returns(2, Ran::exit)
                .extracting(Ran::err)
                .asString()
                .contains("--yes");

        Ran applied = apply(wanted, "--yes", "--by", "Jan Peeters");
        assertThat(applied.out()).contains("applied: 3 added, 0 changed, 0 removed, by Jan Peeters");
        assertThat(apply(run("register", "show", "--directory").out(), "--json")
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("unchanged");

        var accepted = door.accepts(ADEM, u1(person));
        String ticket = accepted.ticket().toString();

        Ran changed = apply(
                wanted.replace("minimum-phase: 2\n    from: 2026-01-01", "minimum-phase: 3\n    from: 2026-01-01"),
                "--yes");
        assertThat(changed.out())
                .contains("~ authorisation", "    number: T/100", "-   minimum-phase: 2", "+   minimum-phase: 3");
        String trace = run("trace", "--ticket", ticket).out();
        assertThat(trace)
                .contains("authorisation T/100 as it stood when the message was let through", "minimum-phase: 2");

        // What the file leaves out goes, but not by oversight.
        Ran kept = apply(before, "--yes");
        assertThat(kept)
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("- authorisation", "repeat with --remove");
        assertThat(apply(before, "--yes", "--remove").out()).contains("applied: 0 added, 0 changed, 1 removed");
        door.refuses(ADEM, u1(person), NOT_AUTHORISED);
        JsonNode old = run("trace", "--ticket", ticket, "--json")
                .json()
                .path("messages")
                .get(0)
                .path("authorisations")
                .get(0);
        assertThat(old.path("minimum-phase").asInt()).isEqualTo(2);

        Ran history = run("register", "history", "--last", "5");
        assertThat(history.out())
                .contains("- authorisation U1 UNEMPLOYMENT_BENEFIT T/100", "by Jan Peeters", "-   minimum_phase: 2")
                .doesNotContain(person);
        assertThat(run("register", "history", "--last", "5", "--numbers").out()).contains(person);
    }

    private byte[] u1(String person) {
        var envelope = Envelope.to(ADEM, UWV, "PD_U1", UNEMPLOYMENT);
        return door.messages()
                .signed(ADEM, door.messages().text(Kind.U1, envelope, Map.of(KNOWN_TO_BOTH.digits(), person)));
    }

    @Test
    void aFileWithErrors_changesNothing_andTellsThemAll() throws IOException {
        String before = run("register", "show").out();
        Ran refused =
                apply(before + ADDED.replace("LU:0053", "LU:0099").replace("document: U1", "document: U9"), "--yes");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out())
                .contains(
                        "REGISTER-VALUE line ",
                        "/document: the hub does not know this document",
                        "not applied: 1 error(s)");
        JsonNode json = apply("institutions: []", "--yes", "--json").json();
        assertThat(json.path("outcome").asText()).isEqualTo("refused");
        assertThat(json.path("findings").findValuesAsText("code"))
                .contains("REGISTER-MISSING-KEY", "REGISTER-STILL-NAMED");
        JsonNode nobody = apply("register: 1\ninstitutions: []\nauthorisations: []\n", "--yes", "--remove", "--json")
                .json();
        assertThat(nobody.path("findings").findValuesAsText("message"))
                .anyMatch(message -> message.matches("\\d+ directory line\\(s\\) still name LU:0053"));
        assertThat(run("register", "show").out()).isEqualTo(before);
    }
}
