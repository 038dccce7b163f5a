package be.kruispunt.hub.command;

import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.hub.OwnFolder;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.UnfitFolder;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.hub.text.ShellLine;
import be.kruispunt.translation.TableRefused;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What a command says when it cannot do its work: one line with the cause and the remedy, and how it ends. */
final class Failures {
    private Failures() {}

    /** A command that broke. */
    static int explain(Exception failure, CommandLine line) {
        lines(failure, "hub: " + text(failure)).forEach(new Lines(line.getErr())::print);
        if (Boolean.getBoolean("kruispunt.stack-traces")) {
            failure.printStackTrace(line.getErr());
        }
        return exit(failure).code();
    }

    /** Of a table there is a line for each fault; in any other text a line may be somebody's who forges one. */
    private static Stream<String> lines(Exception failure, String text) {
        return failure instanceof TableRefused ? text.lines() : Stream.of(text);
    }

    /** A command that was called in a wrong way; without a command, all of them are shown. */
    static int explain(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        var err = new Lines(line.getErr());
        err.print("hub: " + wrong.getMessage());
        if (line.getParent() != null) {
            String[] words = (line.getCommandSpec().qualifiedName() + " --help").split(" ");
            err.print("see: " + ShellLine.hub(Stream.of(words).skip(1).toArray(String[]::new)));
        } else {
            line.usage(line.getErr());
        }
        return Exit.WRONG_USE.code();
    }

    private static Exit exit(Exception failure) {
        return switch (failure) {
            case WrongUse _,
                    Settings.Invalid _,
                    UnfitFolder _,
                    OwnFolder.NotOwn _,
                    FolderRefused _,
                    TableRefused _,
                    FileSystemException _ -> Exit.WRONG_USE;
            default -> Exit.UNREACHABLE;
        };
    }

    private static String text(Exception failure) {
        if (failure instanceof FileSystemException file) {
            return text(file);
        }
        String message = causes(failure)
                .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
                .findFirst()
                .orElse("something broke that says no more; with HUB_JAVA_OPTS=-Dkruispunt.stack-traces=true it says"
                        + " where");
        String where = failure instanceof Settings.Invalid ? "hub.properties: " : "";
        return where + message + remedy(failure);
    }

    /** Of these Java says the file and no more. */
    private static String text(FileSystemException failure) {
        String what =
                switch (failure) {
                    case AccessDeniedException _ -> "this user may not read it, or not write in it";
                    case NoSuchFileException _ -> "there is no such file or folder";
                    case FileAlreadyExistsException _ -> "something else is there";
                    default -> Optional.ofNullable(failure.getReason()).orElse("it cannot be used");
                };
        return failure.getFile() + ": " + what + "; run as its owner, or name another folder with --data";
    }

    /** For what libraries say in words of their own. */
    private static String remedy(Exception failure) {
        if (causes(failure)
                .anyMatch(Failures::isUnknownHost)) { // looked for first: it may be the cause of no connection
            return "; nobody knows this name: check the host that was given, or that stands in hub.properties";
        }
        return causes(failure)
                .flatMap(cause -> switch (cause) {
                    case ConnectException _ ->
                        Stream.of("; nothing takes connections there: is the hub, or its broker, running?");
                    case SSLException _ ->
                        Stream.of("; the certificates of both sides do not fit: is this the data folder of the hub that"
                                + " runs there, and its name one of its certificate?");
                    default -> Stream.<String>empty();
                })
                .findFirst()
                .orElse("");
    }

    private static boolean isUnknownHost(Throwable cause) {
        return cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
