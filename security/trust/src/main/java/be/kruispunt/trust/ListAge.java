package be.kruispunt.trust;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of two lists of one scope is the newer one: the number says so (RFC 5280, 5.2.3), and the time where one of them
 * has none.
 */
record ListAge(Optional<BigInteger> number, Instant thisUpdate) {
    boolean isOlderThan(ListAge other) {
        if (number.isPresent() && other.number.isPresent()) {
            int order = number.get().compareTo(other.number.get());
            return order < 0 || (order == 0 && thisUpdate.isBefore(other.thisUpdate));
        }
        return thisUpdate.isBefore(other.thisUpdate);
    }

    @Override
    public String toString() {
        return number.map(n -> "number " + n + " of ").orElse("of ") + thisUpdate;
    }
}
