package be.kruispunt.hub.bench;

import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Sex;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LegalContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A form that the bench can send: an example of its folder, about a person of the bench. Each opens a case; an answer is none of
 * them, because it needs the case of the question.
 *
 * @param name as it is asked for
 * @param example the file among the document types
 * @param process what it opens
 * @param named who is named in the example
 * @param turned the SEDs that its receiver gets; none: itself
 */
record Form(String name, String example, String process, Insz named, List<String> turned) {
    private static final String WORKER = "79041203729";
    private static final String FAMILY_MEMBER = "84061712804";
    private static final String FRONTIER_WORKER = "85092341861";

    /** All that there are. */
    static final List<Form> ALL = List.of(
            form("U1", "u1/1.0/examples/u1.xml", "PD_U1", WORKER, "U002"),
            form("U1-U017", "u1/1.0/examples/u1.xml", "PD_U1", WORKER, "U017"),
            form("U1-U002-U004", "u1/1.0/examples/u1.xml", "PD_U1", WORKER, "U002", "U004"),
            form("U001", "u001/4.2/examples/u001.xml", "UB_BUC_01", WORKER),
            form("U001CB", "u001cb/4.2/examples/complete.xml", "UB_BUC_01", WORKER),
            form("U003", "u003/4.2/examples/complete.xml", "UB_BUC_01", WORKER),
            form("S1", "s1/1.0/examples/family-member.xml", "PD_S1", FAMILY_MEMBER, "S072"),
            form("S071", "s071/4.2/examples/minimal.xml", "S_BUC_01", FAMILY_MEMBER),
            form("S073", "s073/4.2/examples/minimal.xml", "S_BUC_02", FAMILY_MEMBER),
            form("BL1", "bl1/1.0/examples/bl1-a-date-of-birth.xml", "BL1", FRONTIER_WORKER, "S072"),
            form("R107", "r107/1.0/examples/complete.xml", "BL1", FRONTIER_WORKER, "S071"),
            form("A1", "a1/1.0/examples/minimal.xml", "PD_A1", WORKER, "A009"),
            form("A1-A010", "a1/1.0/examples/duration-of-activity.xml", "PD_A1", WORKER, "A010"),
            form("A003", "a003/4.2/examples/complete.xml", "LA_BUC_02", WORKER),
            form("A009", "a009/4.2/examples/complete.xml", "LA_BUC_04", WORKER),
            form("A010", "a010/4.2/examples/complete.xml", "LA_BUC_05", WORKER));

    Form {
        turned = List.copyOf(turned);
    }

    private static Form form(String name, String example, String process, String person, String... turned) {
        return new Form(name, example, process, Insz.of(person), List.of(turned));
    }

    DocumentType type() {
        String[] folders = example.split("/", 3);
        return DocumentType.of(folders[0].toUpperCase(Locale.ROOT), folders[1]);
    }

    /** As what its receiver gets it. */
    List<DocumentType> becomes() {
        return turned.isEmpty()
                ? List.of(type())
                : turned.stream().map(code -> DocumentType.of(code, "4.2")).toList();
    }

    LegalContext purpose() {
        return switch (name.charAt(0)) {
            case 'U' -> DemonstrationRegister.UNEMPLOYMENT;
            case 'A' -> LegalContext.of("APPLICABLE_LEGISLATION");
            default -> DemonstrationRegister.SICKNESS;
        };
    }

    /** The {@code n}-th of some five hundred invented people of the birthday and sex of who is named: nothing else has to change. */
    Insz person(int n) {
        int serial = 2 * n + (named.sex().orElseThrow() == Sex.MALE ? 1 : 2);
        String nine = named.digits().substring(0, 6) + "%03d".formatted(serial);
        return Insz.of(nine + "%02d".formatted(97 - Long.parseLong(nine) % 97));
    }

    /** As it is asked for. */
    @Override
    public String toString() {
        return name;
    }

    private String description() {
        return turned.isEmpty() ? name : name + " (as " + String.join(" and ", turned) + ")";
    }

    /** All that there are, and what they become. */
    static String all() {
        return ALL.stream().map(Form::description).collect(Collectors.joining(", "));
    }
}
