package be.kruispunt.model.rights;

import java.util.regex.Pattern;

/**
 * A customer by the supplier's own reference, which means nothing to anybody else. Nothing but this names a person in an
 * answer.
 *
 * @param value 1 to 64 letters, digits and {@code . _ / : -}
 */
public record CustomerReference(String value) implements Comparable<CustomerReference> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._/:-]{1,64}");

    public CustomerReference {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a customer's reference is 1 to 64 letters, digits, dots, underscores, slashes, colons and dashes");
        }
    }

    public static CustomerReference of(String value) {
        return new CustomerReference(value);
    }

    @Override
    public int compareTo(CustomerReference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
