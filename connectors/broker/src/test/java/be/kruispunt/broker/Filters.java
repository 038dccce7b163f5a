package be.kruispunt.broker;

import java.util.List;
import java.util.stream.Stream;
import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedLong;

/** What a client can put into the filter set of a source. */
final class Filters {
    /** Whose matching takes as many steps as there are ways to choose ten of two hundred. */
    static final String DEAR_SELECTOR = "'" + "a".repeat(200) + "' LIKE '" + "%a".repeat(10) + "%b'";

    private Filters() {}

    static Stream<Object> all() {
        return Stream.of(
                described(UnsignedLong.valueOf(0x0000468C00000004L), DEAR_SELECTOR),
                described(Symbol.valueOf("apache.org:selector-filter:string"), DEAR_SELECTOR),
                described(Symbol.valueOf("apache.org:xpath-filter:string"), "//*"),
                described(UnsignedLong.valueOf(0x0000468C00000003L), List.of()),
                described(Symbol.valueOf("apache.org:no-local-filter:list"), List.of()),
                described(Symbol.valueOf("somebody:else"), 1),
                DEAR_SELECTOR);
    }

    private static DescribedType described(Object descriptor, Object value) {
        return new DescribedType() {
            @Override
            public Object getDescriptor() {
                return descriptor;
            }

            @Override
            public Object getDescribed() {
                return value;
            }

            @Override
            public String toString() {
                return String.valueOf(descriptor);
            }
        };
    }
}
