package be.kruispunt.exchange;

import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.store.RecordFailed;
import be.kruispunt.translation.TableRefused;
import java.util.stream.Collectors;

/** What an operator may read of a breakage. */
final class Breakage {
    /** Of a table that lacks a row for every leaf; {@code hub translate} tells them all. */
    private static final int MOST_LINES = 10;

    private Breakage() {}

    /** On one line; the text of most failures might repeat what is in the document, so of these the name alone. */
    static String text(Throwable failure) {
        return switch (failure) {
            case RecordFailed refused -> "not recorded: " + refused.getMessage();
            case TableRefused _, FolderRefused _ ->
                String.valueOf(failure.getMessage()).lines().limit(MOST_LINES).collect(Collectors.joining(" | "));
            default -> failure.getClass().getName();
        };
    }
}
