package be.kruispunt.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;

/** Why a file of the store cannot be worked with, in words that an operator can act on: of many, Java says the file and no more. */
final class FolderTrouble {
    private FolderTrouble() {}

    static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied ->
                denied.getFile() + ": this user may not read it, or not change it; run as the owner of the data folder";
            case NoSuchFileException missing -> missing.getFile() + ": it is not there; put it back";
            case FileSystemException other -> other.getFile() + ": " + reason(other);
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static String reason(FileSystemException failure) {
        String reason = Optional.ofNullable(failure.getReason()).orElse("it cannot be used");
        String known = reason.toLowerCase(Locale.ROOT);
        if (known.contains("read-only")) {
            return reason
                    + "; the hub writes there: mount the disk of the data folder so that it may, and look whether it is"
                    + " damaged";
        }
        return known.contains("space left") ? reason + "; make room on the disk of the data folder" : reason;
    }
}
