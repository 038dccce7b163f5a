package be.kruispunt.hub.command;

import be.kruispunt.buffer.DeriveEverybody;
import be.kruispunt.buffer.DeriveEverybody.Progress;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.Store;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub rights derive}. */
@Command(
        name = "derive",
        mixinStandardHelpOptions = true,
        description = {
            "Derives everybody's rights anew: after a change of the schemes, those of documents.folder or those of a"
                    + " new",
            "version of the hub, which count for reports from the next start on: so start the hub first. It may be at"
                + " work beside this. Cut off and run again, it finds what it did as it is. Progress goes to standard"
                + " error."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights derive", "  hub rights derive --json"})
final class RightsDeriveCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            Schemes schemes = data.settings().schemes();
            var told = out.progress();
            Progress done = new DeriveEverybody(store.rights(), schemes)
                    .derive(progress -> told.at(() -> "%,d persons".formatted(progress.persons())));
            out.line("derived %d person(s), %d row(s) of rights changed".formatted(done.persons(), done.changed()));
            if (!store.rights().derivedBy().isDone(schemes.fingerprint())) {
                out.line("the hub was last started with other schemes, and derives by those what is reported: start it"
                        + " anew, then run this again");
            }
            out.json(Map.of("persons", done.persons(), "changed", done.changed()));
            return Exit.SUCCESS.code();
        }
    }
}
