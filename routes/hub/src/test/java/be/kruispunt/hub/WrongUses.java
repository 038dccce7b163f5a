package be.kruispunt.hub;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Command lines that cannot be meant: what is said of each, and its words. */
final class WrongUses {
    private WrongUses() {}

    static Stream<List<String>> all() {
        return Stream.of(
                List.of("Unmatched argument", "nonsense"),
                List.of("Missing required option", "send", "file.xml"),
                List.of("see: hub send --help", "send", "file.xml"),
                List.of("cannot read no-such-file.xml: there is no such file", "validate", "no-such-file.xml"),
                List.of("it is a folder", "validate", "."),
                List.of("run: hub init", "trace", "--ticket", UUID.randomUUID().toString(), "--data", "no-such-folder"),
                List.of("no keys of LU:0099 in ", "inbox", "--as", "LU:0099"),
                List.of(
                        "there are those of: BE:0206737484, BE:0411729366, BE:0999900150, BE:0999900249, BE:0999900348",
                        "inbox",
                        "--as",
                        "LU:0099"),
                List.of("institution: ", "inbox", "--as", "Luxembourg"),
                List.of("ticket: ", "trace", "--ticket", "first"),
                List.of("--person takes a country", "trace", "--person", "somebody"),
                List.of("digest: ", "trace", "--digest", "5c16"),
                List.of("case identifier: ", "case", "first"),
                List.of(
                        "--lang takes nl, fr, de or en",
                        "case",
                        UUID.randomUUID().toString(),
                        "--lang",
                        "lb"),
                List.of(
                        "BE:0403019261 is not registered: correct its id, or add it to the register file and apply"
                                + " that: hub register apply",
                        "rights",
                        "subscribe",
                        "BE:0403019261",
                        "--scheme",
                        "ENERGY_SOCIAL_TARIFF",
                        "--purpose",
                        "SOCIAL_TARIFF_ENERGY"),
                List.of(
                        "there is no such right; they are listed by: hub rights schemes",
                        "rights",
                        "explain",
                        "84061510092",
                        "NONE",
                        "--reason",
                        "none"),
                List.of("a hub runs in ", "init"));
    }
}
