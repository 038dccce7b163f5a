package be.kruispunt.exchange;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The boxes of a form's earlier steps, which a later step must repeat. A case keeps only a digest of each, keyed by the
 * case: enough to tell a change, and no second copy of personal data.
 */
final class KeptBoxes {
    private KeptBoxes() {}

    static Map<String, String> digests(CaseId id, Map<String, String> boxes) {
        if (boxes.isEmpty()) {
            return Map.of();
        }
        Mac mac = mac(id);
        var digests = new HashMap<String, String>();
        boxes.forEach((box, value) ->
                digests.put(box, HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)))));
        return digests;
    }

    /**
     * A finding for every kept box that is not repeated as it was, and for every box added to an earlier step. A box in which
     * a person's number stands may repeat it by another number of the same person, which replaced it since.
     *
     * @param otherNumbers of each number in the document, what else its person's number is or was
     */
    static List<Finding> changed(CaseFile file, Map<String, String> repeated, Map<String, Set<String>> otherNumbers) {
        if (file.keptBoxes().isEmpty()) {
            return List.of();
        }
        Map<String, String> digests = digests(file.id(), repeated);
        var boxes = new TreeSet<>(file.keptBoxes().keySet());
        boxes.addAll(digests.keySet());
        var findings = new ArrayList<Finding>();
        for (String box : boxes) {
            String kept = file.keptBoxes().getOrDefault(box, "");
            if (!kept.equals(digests.getOrDefault(box, ""))
                    && !digests(file.id(), withOtherNumbers(repeated.getOrDefault(box, ""), otherNumbers))
                            .containsValue(kept)) {
                findings.add(new Finding(
                        "EARLIER-BOX-CHANGED",
                        Severity.ERROR,
                        box,
                        "",
                        0,
                        "box " + box + " differs from the earlier step",
                        "repeat it as it was; a correction needs a new form"));
            }
        }
        return findings;
    }

    private static Map<String, String> withOtherNumbers(String value, Map<String, Set<String>> otherNumbers) {
        var values = new HashMap<String, String>();
        otherNumbers.forEach((number, others) -> {
            if (value.contains(number)) {
                others.forEach(other -> values.put(other, value.replace(number, other)));
            }
        });
        return values;
    }

    private static Mac mac(CaseId id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(id.value().toString().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
