package be.kruispunt.hub.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ends; a contract with whoever calls it from a script. Every help and the reference say the same. */
public enum Exit {
    SUCCESS(0, "success"),
    NEGATIVE(1, "negative answer: invalid, refused, not verified, not found"),
    WRONG_USE(2, "wrong use of the command, of a setting, or of a data folder that is not fit"),
    UNREACHABLE(3, "the hub, its broker or its store cannot be reached or started"),
    BROKEN(
            4,
            "a running hub lost its own broker or the broker's disk, and ended; what it had acknowledged is there at"
                    + " the next start");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** Code to meaning, as picocli prints it. */
    static Map<String, String> list() {
        var list = new LinkedHashMap<String, String>();
        Arrays.stream(values()).forEach(exit -> list.put(Integer.toString(exit.code), exit.meaning));
        return list;
    }
}
