package be.kruispunt.model.id;

import java.util.regex.Pattern;

/**
 * An institution as EESSI names it: country, colon, four to ten letters or digits ({@code LU:0053}). A Belgian id of
 * ten digits is an enterprise number and must pass its check; the older four-digit Belgian ids exist beside it.
 */
public record InstitutionId(String value) implements Comparable<InstitutionId> {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}:[A-Za-z0-9]{4,10}");
    private static final Pattern BELGIAN_ENTERPRISE = Pattern.compile("BE:\\d{10}");

    public InstitutionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidIdentifier(
                    "institution", "country, colon and 4 to 10 letters or digits wanted, such as LU:0053");
        }
        CountryCode.of(value.substring(0, 2));
        if (BELGIAN_ENTERPRISE.matcher(value).matches()) {
            EnterpriseNumber.of(value.substring(3));
        }
    }

    public static InstitutionId of(String value) {
        return new InstitutionId(value);
    }

    public CountryCode country() {
        return CountryCode.of(value.substring(0, 2));
    }

    /** For file names, which cannot hold a colon everywhere: {@code LU-0053}. */
    public String fileName() {
        return value.replace(':', '-');
    }

    @Override
    public int compareTo(InstitutionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
