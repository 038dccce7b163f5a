package be.kruispunt.access;

/**
 * A value, and where in a register file it stands, so that what is found about it can be told there.
 *
 * @param path such as {@code /authorisations[2]}, counted from 1
 * @param line line of the file, from 1
 */
public record Placed<T>(String path, int line, T value) {}
