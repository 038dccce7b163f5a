package be.kruispunt.broker.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.Predicate;

/**
 * Walks over encoded values (AMQP 1.0 part 1, sections 1.2 and 1.6) without making anything of them, and shows the names in
 * them: Proton keeps each different symbol and descriptor that it ever decoded, whoever sent it, until the process ends.
 */
final class Walk {
    /** Some bytes become objects of fifty bytes each. */
    static final int MOST_VALUES = 2_000;

    /** Lists in lists and so on; what AMQP itself sends has five levels, and Proton's decoder recurses. */
    private static final int DEEPEST = 32;

    private static final int DESCRIBED = 0x00;
    private static final int SMALL_ULONG = 0x53;
    private static final int ULONG = 0x80;
    private static final int SYMBOL_8 = 0xa3;
    private static final int SYMBOL_32 = 0xb3;

    private final ByteBuffer in;
    private final Predicate<String> names;
    private int values;

    /**
     * Stands before the first value.
     *
     * @param names whether a symbol, or a descriptor that is no small number, is taken
     */
    Walk(ByteBuffer in, Predicate<String> names) {
        this.in = in;
        this.names = names;
    }

    /**
     * Over one value, at whose end the buffer stands then.
     *
     * @throws Unlawful when a name in it is not taken, or it is nested too deeply
     * @throws BufferUnderflowException when it is not there to its end
     */
    void next() {
        value(constructor(), 0);
    }

    /** Over the descriptor that comes next: a number or a name. Over nothing where none comes, which has no name. */
    Object descriptor() {
        if (peek() != DESCRIBED) {
            return "";
        }
        in.get();
        int code = in.get() & 0xff;
        return switch (code) {
            case SMALL_ULONG -> (long) (in.get() & 0xff);
            case ULONG -> {
                long number = in.getLong();
                take("#" + number);
                yield number;
            }
            case SYMBOL_8, SYMBOL_32 -> symbol(size(code));
            default -> throw new Unlawful(Refused.unreadable()); // section 1.5 has no others
        };
    }

    private byte peek() {
        if (!in.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return in.get(in.position());
    }

    /** What describes a value is told before the constructor of the value. */
    private int constructor() {
        for (int depth = 0; peek() == DESCRIBED; depth++) {
            requireShallow(depth);
            descriptor();
        }
        return in.get() & 0xff;
    }

    private void value(int constructor, int depth) {
        if (++values > MOST_VALUES) {
            throw new Unlawful(Refused.tooManyValues());
        }
        switch (constructor >> 4) {
            case 0x4 -> {}
            case 0x5 -> skip(1);
            case 0x6 -> skip(2);
            case 0x7 -> skip(4);
            case 0x8 -> skip(8);
            case 0x9 -> skip(16);
            case 0xa, 0xb -> variable(constructor);
            case 0xc, 0xd -> elements(constructor, false, depth + 1);
            case 0xe, 0xf -> elements(constructor, true, depth + 1);
            default -> throw new Unlawful(Refused.unreadable());
        }
    }

    private void variable(int constructor) {
        int size = size(constructor);
        if (constructor == SYMBOL_8 || constructor == SYMBOL_32) {
            symbol(size);
        } else {
            skip(size);
        }
    }

    /** Of a list, a map, or an array, whose elements have one constructor. The size stands for the count and what follows. */
    private void elements(int constructor, boolean isArray, int depth) {
        requireShallow(depth);
        int size = size(constructor);
        int end = in.position() + size;
        int count = isSmall(constructor) ? in.get() & 0xff : in.getInt();
        int common = isArray ? constructor() : DESCRIBED;
        for (int i = 0; i < count; i++) {
            value(isArray ? common : constructor(), depth);
        }
        if (count < 0 || in.position() != end) {
            throw new Unlawful(Refused.unreadable());
        }
    }

    private int size(int constructor) {
        int size = isSmall(constructor) ? in.get() & 0xff : in.getInt();
        if (size < 0) {
            throw new Unlawful(Refused.unreadable());
        }
        if (size > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return size;
    }

    /** Whether a size is told in one byte, and not in four. */
    private static boolean isSmall(int constructor) {
        return constructor >> 4 == 0xa || constructor >> 4 == 0xc || constructor >> 4 == 0xe;
    }

    private String symbol(int size) {
        if (size > Symbols.LONGEST) {
            throw new Unlawful(Refused.symbols());
        }
        byte[] bytes = new byte[size];
        in.get(bytes);
        var name = new String(bytes, ISO_8859_1); // each byte counts: Proton keeps what is not ASCII, too
        take(name);
        return name;
    }

    private void take(String name) {
        if (!names.test(name)) {
            throw new Unlawful(Refused.symbols());
        }
    }

    private void skip(int bytes) {
        if (bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + bytes);
    }

    private static void requireShallow(int depth) {
        if (depth >= DEEPEST) {
            throw new Unlawful(Refused.nested());
        }
    }
}
