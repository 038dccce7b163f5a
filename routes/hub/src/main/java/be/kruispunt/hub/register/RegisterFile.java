package be.kruispunt.hub.register;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryEntry;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.access.RegisterEntries;
import be.kruispunt.access.ReplacedNumber;
import be.kruispunt.hub.text.ShellLine;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a register file (docs/reference/register.md): every value by itself. How the values stand to each other and to the
 * register as it is, {@link be.kruispunt.access.RegisterCheck} asks.
 */
public final class RegisterFile {
    private static final List<String> SECTIONS = List.of(
            "register",
            "institutions",
            "authorisations",
            "directory",
            "removed-from-directory",
            "replaced-numbers",
            "removed-from-replaced-numbers");
    private static final List<String> INSTITUTION =
            List.of("id", "name", "network", "sector", "from", "to", "competences", "accepts");
    private static final List<String> COMPETENCE = List.of("process", "role", "from", "to");
    private static final List<String> AUTHORISATION = List.of(
            "number",
            "sender",
            "receiver",
            "document",
            "purpose",
            "sender-qualities",
            "receiver-qualities",
            "minimum-phase",
            "rights",
            "from",
            "to");
    private static final List<String> LINE =
            List.of("person", "institution", "sector", "quality", "phase", "from", "to");
    private static final List<String> REPLACED = List.of("number", "by");

    private final Values values;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<InstitutionId> unreadable = new HashSet<>();

    private RegisterFile(Values values) {
        this.values = values;
    }

    /**
     * What a file holds.
     *
     * @param entries those that can be read; empty where the file is no register file at all
     * @param findings what is wrong with the others
     */
    public record Reading(Optional<RegisterEntries> entries, List<Finding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads.
     *
     * @param yaml the file's bytes
     * @param processes the processes that the hub knows
     * @param types the document types that the hub knows
     */
    public static Reading read(byte[] yaml, ProcessCatalogue processes, List<DocumentType> types) {
        Optional<Node> root;
        try {
            root = Yaml.read(yaml);
        } catch (Yaml.Unreadable e) {
            return unreadable(e.line(), String.valueOf(e.getMessage()));
        }
        return root.map(node -> new RegisterFile(new Values(processes, types)).read(node))
                .orElseGet(() -> unreadable(0, "the file holds nothing"));
    }

    private static Reading unreadable(int line, String problem) {
        return new Reading(
                Optional.empty(),
                List.of(new Finding(
                        "REGISTER-SYNTAX",
                        Severity.ERROR,
                        "",
                        "",
                        line,
                        problem,
                        "how a register file looks prints: " + ShellLine.hub("register", "show"))));
    }

    private Reading read(Node root) {
        var file = new Fields(root, "", SECTIONS, findings);
        file.required("register", Values::formatVersion);
        var entries = new RegisterEntries(
                file.section("institutions", INSTITUTION, this::institution),
                file.section("authorisations", AUTHORISATION, this::authorisation),
                file.section("directory", LINE, this::line).orElse(List.of()),
                file.section("removed-from-directory", LINE, this::line).orElse(List.of()),
                file.section("replaced-numbers", REPLACED, this::replaced).orElse(List.of()),
                file.section("removed-from-replaced-numbers", REPLACED, this::replaced)
                        .orElse(List.of()),
                unreadable);
        return new Reading(Optional.of(entries), findings);
    }

    private Optional<Institution> institution(Fields fields) {
        Optional<InstitutionId> id = fields.required("id", InstitutionId::of);
        Optional<String> name = fields.required("name", Values::name);
        Optional<Network> network = fields.required("network", text -> Values.oneOf(Network.class, text));
        Optional<Integer> sector = fields.required("sector", Values::number);
        Optional<LocalDate> from = fields.required("from", Values::date);
        Optional<LocalDate> to = fields.optional("to", Values::date);
        List<Competence> competences = fields.mappings("competences", COMPETENCE, this::competence);
        List<DocumentType> accepts = fields.list("accepts", values::type);
        Optional<Institution> institution = fields.whole(() -> new Institution(
                id.orElseThrow(),
                name.orElseThrow(),
                network.orElseThrow(),
                sector.orElseThrow(),
                new Period(from.orElseThrow(), to),
                competences,
                accepts));
        if (institution.isEmpty()) {
            id.ifPresent(unreadable::add);
        }
        return institution;
    }

    private Optional<Competence> competence(Fields fields) {
        Optional<String> process = fields.required("process", values::process);
        Optional<CaseRole> role = fields.required("role", text -> Values.oneOf(CaseRole.class, text));
        Optional<LocalDate> from = fields.required("from", Values::date);
        Optional<LocalDate> to = fields.optional("to", Values::date);
        return fields.whole(
                () -> new Competence(process.orElseThrow(), role.orElseThrow(), new Period(from.orElseThrow(), to)));
    }

    private Optional<Authorisation> authorisation(Fields fields) {
        Optional<String> number = fields.required("number", Values::authorisationNumber);
        Optional<InstitutionId> sender = fields.required("sender", InstitutionId::of);
        Optional<InstitutionId> receiver = fields.required("receiver", InstitutionId::of);
        Optional<String> document = fields.required("document", values::documentCode);
        Optional<LegalContext> purpose = fields.required("purpose", LegalContext::of);
        List<String> senderQualities = fields.list("sender-qualities", Values::quality);
        List<String> receiverQualities = fields.list("receiver-qualities", Values::quality);
        Optional<Integer> phase = fields.required("minimum-phase", Values::number);
        List<String> rights = fields.optionalList("rights", Values::right);
        Optional<LocalDate> from = fields.required("from", Values::date);
        Optional<LocalDate> to = fields.optional("to", Values::date);
        return fields.whole(() -> new Authorisation(
                number.orElseThrow(),
                sender.orElseThrow(),
                receiver.orElseThrow(),
                document.orElseThrow(),
                purpose.orElseThrow(),
                new HashSet<>(senderQualities),
                new HashSet<>(receiverQualities),
                phase.orElseThrow(),
                new Period(from.orElseThrow(), to),
                new HashSet<>(rights)));
    }

    private Optional<DirectoryEntry> line(Fields fields) {
        Optional<Insz> person = fields.required("person", Insz::of);
        Optional<InstitutionId> institution = fields.required("institution", InstitutionId::of);
        Optional<Integer> sector = fields.optional("sector", Values::number);
        Optional<String> quality = fields.required("quality", Values::quality);
        Optional<Integer> phase = fields.required("phase", Values::number);
        Optional<LocalDate> from = fields.required("from", Values::date);
        Optional<LocalDate> to = fields.optional("to", Values::date);
        return fields.whole(() -> new DirectoryEntry(
                person.orElseThrow(),
                institution.orElseThrow(),
                sector,
                quality.orElseThrow(),
                phase.orElseThrow(),
                new Period(from.orElseThrow(), to)));
    }

    private Optional<ReplacedNumber> replaced(Fields fields) {
        Optional<Insz> number = fields.required("number", Insz::of);
        Optional<Insz> by = fields.required("by", Insz::of);
        return fields.whole(() -> new ReplacedNumber(number.orElseThrow(), by.orElseThrow()));
    }
}
