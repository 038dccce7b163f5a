package be.kruispunt.model.id;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the numbers of other states tell of their holders, where a state has published how they are made: EGN (BG), rodné
 * číslo (CZ, SK), isikukood and asmens kodas (EE, LT), henkilötunnus (FI), PESEL (PL), CNP (RO), personnummer (SE). Only ever the ground of
 * a warning: the check figures are not looked at, and a number of another shape tells nothing.
 */
record TellingNumber(BirthDate birth, Sex sex) {
    private static final Pattern TEN = Pattern.compile("\\d{10}");
    private static final Pattern NINE_OR_TEN = Pattern.compile("\\d{9,10}");
    private static final Pattern CENTURY_FIRST = Pattern.compile("[1-8]\\d{10}");
    private static final Pattern PESEL = Pattern.compile("\\d{11}");
    private static final Pattern CNP = Pattern.compile("[1-6]\\d{12}");
    private static final Pattern HETU = Pattern.compile("\\d{6}[A-FU-Y+]?\\d{3}[0-9A-Y]");

    private static final Pattern PERSONNUMMER = Pattern.compile("(\\d{2})?\\d{6}\\+?\\d{4}");

    /** From this two-figure year on, a Czech or Slovak number of ten figures is of the twentieth century. */
    private static final int FIRST_OF_TEN_FIGURES = 54;

    static Optional<TellingNumber> of(OtherPersonNumber number) {
        String n = number.digits();
        return switch (number.country().value()) {
            case "BG" -> ifMatches(TEN, n).map(TellingNumber::bulgarian);
            case "CZ", "SK" -> ifMatches(NINE_OR_TEN, n).map(TellingNumber::czech);
            case "EE", "LT" -> ifMatches(CENTURY_FIRST, n).map(TellingNumber::baltic);
            case "FI" -> ifMatches(HETU, n).map(TellingNumber::finnish);
            case "PL" -> ifMatches(PESEL, n).map(TellingNumber::polish);
            case "RO" -> ifMatches(CNP, n).map(TellingNumber::romanian);
            case "SE" -> ifMatches(PERSONNUMMER, n).map(TellingNumber::swedish);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ifMatches(Pattern shape, String number) {
        return Optional.of(number).filter(n -> shape.matcher(n).matches());
    }

    /** The month is 20 higher for those born before 1900, 40 higher for those born from 2000. */
    private static TellingNumber bulgarian(String n) {
        int month = two(n, 2);
        int century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
        return new TellingNumber(
                new BirthDate(century + two(n, 0), month % 20, two(n, 4)),
                n.charAt(8) % 2 == 0 ? Sex.MALE : Sex.FEMALE);
    }

    /** The month is 50 higher for women; another 20 where a day's numbers ran out. Nine figures until 1953. */
    private static TellingNumber czech(String n) {
        int month = two(n, 2);
        int year = two(n, 0);
        int century = n.length() == 10 && year < FIRST_OF_TEN_FIGURES ? 2000 : 1900;
        return new TellingNumber(
                new BirthDate(century + year, month % 50 % 20, two(n, 4)), month > 50 ? Sex.FEMALE : Sex.MALE);
    }

    /** The first figure tells sex and century: 1 and 2 the nineteenth, and so on; Lithuania writes 00 for unknown. */
    private static TellingNumber baltic(String n) {
        int first = n.charAt(0) - '0';
        int century = 1800 + (first - 1) / 2 * 100;
        return new TellingNumber(new BirthDate(century + two(n, 1), two(n, 3), two(n, 5)), Sex.ofOddForMen(first));
    }

    /**
     * The sign after the date tells the century: the plus the nineteenth; the dash, lost as a separator, and from 2023 U to Y
     * the twentieth; A, and from 2023 to F, the 21st.
     */
    private static TellingNumber finnish(String n) {
        char sign = n.length() == 11 ? n.charAt(6) : '-';
        int century = sign == '+' ? 1800 : sign >= 'A' && sign <= 'F' ? 2000 : 1900;
        return new TellingNumber(
                new BirthDate(century + two(n, 4), two(n, 2), two(n, 0)),
                Sex.ofOddForMen(n.charAt(n.length() - 2) - '0'));
    }

    /** The month is 80 higher for the nineteenth century, 20 for the 21st, 40 and 60 for the next. */
    private static TellingNumber polish(String n) {
        int month = two(n, 2);
        int century = month > 80 ? 1800 : 1900 + month / 20 * 100;
        return new TellingNumber(
                new BirthDate(century + two(n, 0), month % 20, two(n, 4)), Sex.ofOddForMen(n.charAt(9) - '0'));
    }

    /** The first figure tells sex and century: 1 and 2 the twentieth, 3 and 4 the nineteenth, 5 and 6 the 21st. */
    private static TellingNumber romanian(String n) {
        int first = n.charAt(0) - '0';
        int century = first <= 2 ? 1900 : first <= 4 ? 1800 : 2000;
        return new TellingNumber(new BirthDate(century + two(n, 1), two(n, 3), two(n, 5)), Sex.ofOddForMen(first));
    }

    /**
     * With twelve figures the year is whole. With ten it is not told: a plus says that a hundred years are past, seen from
     * the day on which the number was written. The day is 60 higher in a co-ordination number.
     */
    private static TellingNumber swedish(String n) {
        String figures = n.replace("+", "");
        int date = figures.length() - 10;
        int year = date == 0 ? 0 : Integer.parseInt(figures, 0, 4, 10);
        return new TellingNumber(
                new BirthDate(year, two(figures, date + 2), two(figures, date + 4) % 60),
                Sex.ofOddForMen(figures.charAt(date + 8) - '0'));
    }

    private static int two(String number, int at) {
        return Integer.parseInt(number, at, at + 2, 10);
    }
}
