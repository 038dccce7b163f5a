package be.kruispunt.hub.command;

import be.kruispunt.model.id.CodeId;
import be.kruispunt.store.RightsCodes;
import be.kruispunt.store.Store;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub rights withdraw-code}. */
@Command(
        name = "withdraw-code",
        mixinStandardHelpOptions = true,
        description =
                "Withdraws a code, since its holder or the institution that asked for it wants that: it was lost, or"
                    + " copied. It stands in the list of withdrawals at once, and cannot be given back; a new code can"
                    + " be made.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub rights withdraw-code 4F7QK2M9ZX1CRT8B",
            "  hub rights withdraw-code 4f7q-k2m9-zx1c-rt8b --by Jan --json"
        })
final class RightsWithdrawCodeCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "ID", description = "the number that is printed under the code")
    private String id = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "who asks for it; default: the account's name")
    private String by = "";

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        CodeId code = code();
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            boolean withdrawn = new RightsCodes(store.rights()).withdraw(code, by);
            out.line(withdrawn ? code + " is withdrawn" : "no code " + code + " that could be withdrawn");
            out.json(Map.of("withdrawn", withdrawn));
            return (withdrawn ? Exit.SUCCESS : Exit.NEGATIVE).code();
        }
    }

    private CodeId code() {
        try {
            return CodeId.of(id);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }
}
