package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.Meaning.Kind;
import be.kruispunt.documents.rules.Places.Place;
import be.kruispunt.documents.xml.ElementPath;
import be.kruispunt.model.id.CountryCode;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.InvalidIdentifier;
import be.kruispunt.model.outcome.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** The rules of every document, which follow from what its elements mean. */
final class CommonRules {
    private static final Set<Integer> HANGUL_FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);

    /** What a program writes for a character that it could not read (Unicode, chapter 23.8). */
    private static final char REPLACEMENT = '\uFFFD';

    private CommonRules() {}

    /** Those for the meanings that a document has; the code of the period rule begins with the document's own. */
    static List<Rule> of(String document, Set<Kind> kinds) {
        var rules = new ArrayList<Rule>();
        add(rules, kinds, Kind.PERSON_NUMBER, error("PERSON-NUMBER-INVALID", PersonRules::invalid));
        add(
                rules,
                kinds,
                Kind.COUNTRY,
                error(
                        "COUNTRY-UNKNOWN",
                        each(
                                Kind.COUNTRY,
                                code -> !is(code, c -> CountryCode.of(c).value()))));
        add(
                rules,
                kinds,
                Kind.CURRENCY,
                error("CURRENCY-UNKNOWN", each(Kind.CURRENCY, code -> !Currencies.exists(code.strip()))));
        add(
                rules,
                kinds,
                Kind.INSTITUTION,
                error(
                        "INSTITUTION-INVALID",
                        each(
                                Kind.INSTITUTION,
                                id -> !is(id, i -> InstitutionId.of(i).value()))));
        add(
                rules,
                kinds,
                Kind.PERIOD,
                new Rule(document + "-PERIOD-ORDER", "PERIOD-ORDER", Severity.ERROR, "", CommonRules::periods));
        rules.add(error("TEXT-SAYS-NOTHING", values(text -> !holds(text, CommonRules::says))));
        rules.add(error("TEXT-CONTROL-CHARACTER", values(text -> holds(text, CommonRules::isControl))));
        rules.add(warning("TEXT-CHARACTER-LOST", values(text -> text.indexOf(REPLACEMENT) >= 0)));
        add(rules, kinds, Kind.PERSON_NUMBER, warning("PERSON-NUMBER-WRITTEN", PersonRules::separated));
        add(rules, kinds, Kind.BIRTH_DATE, warning("PERSON-BIRTH-DATE", BirthRules::toldOtherwise));
        add(rules, kinds, Kind.BIRTH_DATE, warning("PERSON-BORN-LATER", BirthRules::later));
        add(rules, kinds, Kind.BIRTH_DATE, warning("PERSON-PERIOD-BEFORE-BIRTH", BirthRules::periods));
        add(rules, kinds, Kind.SEX, warning("PERSON-SEX", PersonRules::sex));
        add(rules, kinds, Kind.SEX, warning("PERSON-SEX-CODE", PersonRules::unsettledSex));
        add(rules, kinds, Kind.MONEY, warning("CURRENCY-OUT-OF-TIME", CommonRules::outOfTime));
        rules.add(warning("HEADER-NOT-CARRIED", HeaderRules::notCarried));
        return rules;
    }

    private static void add(List<Rule> rules, Set<Kind> kinds, Kind kind, Rule rule) {
        if (kinds.contains(kind)) {
            rules.add(rule);
        }
    }

    private static Rule error(String code, Rule.Check check) {
        return new Rule(code, code, Severity.ERROR, "", check);
    }

    private static Rule warning(String code, Rule.Check check) {
        return new Rule(code, code, Severity.WARNING, "", check);
    }

    private static Rule.Check each(Kind kind, Predicate<String> wrong) {
        return (reading, report) -> {
            for (Place place : reading.places().of(kind)) {
                if (wrong.test(place.element().getTextContent())) {
                    report.at(place.element());
                }
            }
        };
    }

    private static boolean is(String code, UnaryOperator<String> read) {
        try {
            return read.apply(code).equals(code);
        } catch (InvalidIdentifier e) {
            return false;
        }
    }

    private static void periods(Reading reading, Report report) {
        for (Place period : reading.places().of(Kind.PERIOD)) {
            Optional<LocalDate> from = Days.of(period.text("from"));
            Optional<LocalDate> to = Days.of(period.text("to"));
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                report.at(period.element());
            }
        }
    }

    /** An amount is of the days beside it; where none stands there, of the day of the document. */
    private static void outOfTime(Reading reading, Report report) {
        LocalDate day = reading.day();
        for (Place money : reading.places().of(Kind.MONEY)) {
            Optional<LocalDate> from = Days.of(money.text("from"));
            Optional<LocalDate> to = Days.of(money.text("to"));
            boolean alone = from.isEmpty() && to.isEmpty();
            for (ElementPath path : money.paths("currency")) {
                path.each(money.element(), currency -> {
                    String code = currency.getTextContent().strip();
                    if (Currencies.endedBefore(code, alone ? day : from.orElse(LocalDate.MIN))
                            || Currencies.beganAfter(code, alone ? day : to.orElse(LocalDate.MAX))) {
                        report.at(currency);
                    }
                });
            }
        }
    }

    /** A value in which something is wrong; an empty element is a flag, and says something by being there. */
    private static Rule.Check values(Predicate<String> wrong) {
        return (reading, report) -> {
            for (Element value : reading.places().values()) {
                String text = value.getTextContent();
                if (!text.isEmpty() && wrong.test(text)) {
                    report.at(value);
                }
            }
        };
    }

    /** Without a stream: a form has a hundred values, and both rules go through each. */
    private static boolean holds(String text, IntPredicate wanted) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (wanted.test(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** A letter or a digit; the four fillers of Hangul are letters to Unicode, and nobody sees them. */
    private static boolean says(int character) {
        return Character.isLetterOrDigit(character) && !HANGUL_FILLERS.contains(character);
    }

    private static boolean isControl(int character) {
        return Character.getType(character) == Character.CONTROL
                && character != '\n'
                && character != '\r'
                && character != '\t';
    }
}
