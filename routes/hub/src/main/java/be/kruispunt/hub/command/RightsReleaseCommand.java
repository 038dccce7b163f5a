package be.kruispunt.hub.command;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.Store;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights release}. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description =
                "Lets a supplier ask again that was stopped because it asked about many who are not its customers, or"
                        + " registered number after number (QUESTIONS_STOPPED), and begins its count anew.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights release BE:0999900447", "  hub rights release BE:0999900447 --by Jan --json"})
final class RightsReleaseCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "INSTITUTION", description = "the supplier's id")
    private String supplier = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "who has looked at it; default: the account's name")
    private String by = "";

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        InstitutionId id = supplier();
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            boolean released = store.rights().release(id, by);
            out.line(released ? id + " may ask again" : id + " was not counted for anything");
            out.json(Map.of("released", released));
            return (released ? Exit.SUCCESS : Exit.NEGATIVE).code();
        }
    }

    private InstitutionId supplier() {
        try {
            return InstitutionId.of(supplier);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }
}
