package be.kruispunt.hub.command;

import be.kruispunt.evidence.InclusionProof;
import be.kruispunt.evidence.TreeHash;
import be.kruispunt.hub.text.JsonText;
import be.kruispunt.store.AnswerProof;
import be.kruispunt.store.AnswerProof.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file in which a proof is handed over: what is proved, its way up to the root, and the root. */
final class ProofFile {
    private static final String FORMAT = "kruispunt answer proof 1";

    private ProofFile() {}

    static void write(Path file, AnswerProof proof) {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.put("root", proof.root().toString());
        json.put("entries", proof.entries().stream().map(ProofFile::json).toList());
        OutFile.write(file, (new JsonText().of(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> json(Entry entry) {
        var json = new LinkedHashMap<String, Object>();
        entry.text().ifPresent(text -> json.put("text", text));
        json.put("leaf", entry.leaf().toString());
        json.put("index", entry.proof().index());
        json.put("size", entry.proof().size());
        json.put("path", entry.proof().path().stream().map(TreeHash::toString).toList());
        return json;
    }

    /** Reads one; whether it holds is not looked at. */
    static AnswerProof read(byte[] file) {
        try {
            JsonNode json = new ObjectMapper().readTree(file);
            if (json == null || !json.path("format").asText().equals(FORMAT)) {
                throw new WrongUse("this is no proof: its format is not \"" + FORMAT + "\"");
            }
            var entries = new ArrayList<Entry>();
            json.path("entries").forEach(entry -> entries.add(entry(entry)));
            if (entries.isEmpty()) {
                throw new WrongUse("this proof has no entries");
            }
            return new AnswerProof(hash(json, "root"), entries);
        } catch (IOException e) {
            throw new WrongUse("this is no proof: it cannot be read as JSON");
        } catch (IllegalArgumentException e) {
            throw new WrongUse("this is no proof: " + e.getMessage());
        }
    }

    private static Entry entry(JsonNode json) {
        List<TreeHash> path = new ArrayList<>();
        json.path("path").forEach(hash -> path.add(TreeHash.of(hash.asText())));
        return new Entry(
                Optional.ofNullable(json.get("text")).map(JsonNode::asText),
                hash(json, "leaf"),
                new InclusionProof(
                        json.path("index").asLong(-1), json.path("size").asLong(), path));
    }

    private static TreeHash hash(JsonNode json, String field) {
        return TreeHash.of(json.path(field).asText());
    }
}
