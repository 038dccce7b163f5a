package be.kruispunt.model.matching;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Belgian address in one spelling: postal code, street, house number and box. The municipality is not in it, for the postal code
 * decides it, and it has as many names as languages. Personal data: {@code toString} shows nothing of it.
 *
 * @param value for example {@code 9000|voorbeeldstr|27a|3}; what there is not is empty
 */
public record AddressKey(String value) {
    private static final StreetWords STREETS = StreetWords.read();
    private static final Pattern POSTAL_CODE = Pattern.compile("(?:BE?[ -]?)?([1-9]\\d{3})");

    /** A space before a digit, or the beginning: where the number may begin. */
    private static final Pattern BEFORE_DIGIT = Pattern.compile("[\\s,]+(?=\\d)");

    private static final Pattern NUMBER_FIRST = Pattern.compile("(\\d+ ?\\p{L}?)(?:\\s*,\\s*|\\s+)(\\p{L}{2}.*)");

    /**
     * Of its parts.
     *
     * @param number with a letter, and with the box where that is not given apart; empty where there is none
     * @param box empty where there is none
     * @return empty where it cannot be read as a Belgian address
     */
    public static Optional<AddressKey> of(String postalCode, String street, String number, String box) {
        String all = box.isEmpty() ? number : number + "/" + box;
        return HouseNumber.read(Folding.fold(all)).flatMap(read -> key(postalCode, street, read));
    }

    /** Of an address that has street, number and box on one line. */
    public static Optional<AddressKey> ofLine(String postalCode, String line) {
        String folded = Folding.fold(line);
        var gap = BEFORE_DIGIT.matcher(folded);
        while (gap.find()) {
            Optional<HouseNumber> number = HouseNumber.read(folded.substring(gap.end()));
            if (number.isPresent() && gap.start() > 0) {
                return key(postalCode, folded.substring(0, gap.start()), number.get());
            }
        }
        var first = NUMBER_FIRST.matcher(folded);
        return first.matches()
                ? of(postalCode, first.group(2), first.group(1), "")
                : key(postalCode, folded, HouseNumber.NONE);
    }

    private static Optional<AddressKey> key(String postalCode, String street, HouseNumber number) {
        var digits = POSTAL_CODE.matcher(postalCode.strip());
        String name = STREETS.spell(street);
        return digits.matches() && !name.isEmpty()
                ? Optional.of(new AddressKey(String.join("|", digits.group(1), name, number.number(), number.box())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "an address";
    }
}
