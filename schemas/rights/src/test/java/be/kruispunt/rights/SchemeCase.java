package be.kruispunt.rights;

import be.kruispunt.documents.folder.Fields;
import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case of a file of cases: persons are letters, born in 1979 unless it says otherwise.
 *
 * <pre>
 * case: what it shows
 * born: C 2008-09-01            died: B 2026-02-03           replaced: O by A
 * registered: C 2008-09         (what the register tells of the birth, whatever the number does)
 * status: A LIVING_WAGE 2026-05-10.. decided 2026-05-20      (without: on its first day)
 * home: A 2020-01-01.., B 2020-01-01..2026-05-31             (a list of them: a household each)
 * ask: B                        (without: A)
 * today: 2026-11-26             (without: the day that is asked for)
 * answers: {2026-04-01: "yes 2026-04-01..2026-12-31, line 1", 2026-03-31: "no"}
 * </pre>
 */
final class SchemeCase {
    private static final Set<String> KEYS =
            Set.of("case", "born", "registered", "died", "replaced", "status", "home", "ask", "today", "answers");

    private final Fields fields;
    private final Map<String, Insz> numbers = new HashMap<>();

    SchemeCase(Fields fields) {
        fields.requireOnly(KEYS);
        this.fields = fields;
        for (String letter : List.of("A", "B", "C", "D", "O")) {
            numbers.put(letter, Numbers.born("1979-04-12", letter.charAt(0)));
        }
        each("born", words -> numbers.put(words[0], Numbers.born(words[1], words[0].charAt(0))));
    }

    String name() {
        return fields.text("case");
    }

    Map<String, String> wanted() {
        Fields answers = fields.map("answers");
        return answers.keys().stream().collect(Collectors.toMap(day -> day, answers::text));
    }

    /** What is told, and by which line: for those who may know. */
    String answer(Schemes schemes, SchemeCode scheme, LocalDate day) {
        return told(schemes, scheme, day)
                + rights(schemes).stream()
                        .filter(right ->
                                right.scheme().equals(scheme) && right.valid().contains(day))
                        .map(right -> ", line " + right.line())
                        .collect(Collectors.joining());
    }

    /** What is told. */
    String told(Schemes schemes, SchemeCode scheme, LocalDate day) {
        LocalDate today = fields.find("today").map(LocalDate::parse).orElse(day);
        Determination told = schemes.determine(scheme, rights(schemes), day, today);
        String period =
                told.from().map(from -> " " + new Validity(from, told.until())).orElse("");
        return word(told.entitlement()) + period;
    }

    private List<DerivedRight> rights(Schemes schemes) {
        return new Derivation(schemes).rights(asked(), facts());
    }

    private static String word(Entitlement entitlement) {
        return switch (entitlement) {
            case ENTITLED -> "yes";
            case NOT_ENTITLED -> "no";
            case NOT_DETERMINED -> "unknown";
        };
    }

    Insz asked() {
        return number(fields.find("ask").orElse("A"));
    }

    Facts facts() {
        var died = new HashMap<Insz, LocalDate>();
        each("died", words -> died.put(number(words[0]), LocalDate.parse(words[1])));
        var registered = new HashMap<Insz, BirthDate>();
        each("registered", words -> registered.put(number(words[0]), BirthDate.of(words[1])));
        var replaced = new HashMap<Insz, Insz>();
        each("replaced", words -> replaced.put(number(words[0]), number(words[2])));
        var statuses = new ArrayList<SocialStatus>();
        each("status", words -> statuses.add(status(words, statuses.size())));
        Collection<PersonFacts> persons = numbers.values().stream()
                .map(number -> new PersonFacts(
                        number,
                        Optional.ofNullable(registered.get(number)),
                        Optional.ofNullable(died.get(number)),
                        statuses.stream()
                                .filter(status -> status.person().equals(number))
                                .toList()))
                .toList();
        return new Facts(persons, households(), replaced);
    }

    private SocialStatus status(String[] words, int index) {
        Validity valid = validity(words[2]);
        LocalDate decided = words.length > 3 ? LocalDate.parse(words[4]) : valid.from();
        return new SocialStatus(number(words[0]), StatusCode.of(words[1]), valid, decided, "decision-" + index);
    }

    private List<Household> households() {
        var households = new ArrayList<Household>();
        for (String home : fields.texts("home")) {
            List<HouseholdMember> members = Arrays.stream(home.split(", ", -1))
                    .map(member -> member.split(" ", -1))
                    .map(words -> new HouseholdMember(number(words[0]), validity(words[1])))
                    .toList();
            households.add(new Household("home-" + households.size(), members));
        }
        return households;
    }

    private static Validity validity(String text) {
        String[] days = text.split("\\.\\.", -1);
        return new Validity(
                LocalDate.parse(days[0]),
                Optional.of(days[1]).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }

    private Insz number(String letter) {
        return Optional.ofNullable(numbers.get(letter)).orElseThrow(() -> fields.refuse("case", letter, "who is it?"));
    }

    private interface Words {
        void read(String[] words);
    }

    private void each(String key, Words reader) {
        fields.texts(key).forEach(text -> reader.read(text.split(" ", -1)));
    }
}
