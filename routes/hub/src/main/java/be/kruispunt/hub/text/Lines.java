package be.kruispunt.hub.text;

import java.io.PrintWriter;

/** The one way to a terminal: line by line, each {@link Printable}. */
public record Lines(PrintWriter writer) {
    /** Prints a line; no part of it begins another. */
    public void print(String text) {
        writer.println(Printable.line(text));
        writer.flush();
    }
}
