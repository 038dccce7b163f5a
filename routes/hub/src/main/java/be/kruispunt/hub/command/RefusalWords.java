package be.kruispunt.hub.command;

import be.kruispunt.documents.folder.FolderReader;
import be.kruispunt.documents.folder.Labels;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.Map;

/**
 * The words of the refusals that a file can meet without a hub. What is said beside them of a place in bytes that cannot be
 * read stays in English, as the hub itself answers in it.
 */
record RefusalWords(Labels labels, Language language) {
    static RefusalWords in(Language language) {
        return new RefusalWords(FolderReader.ofEveryone(), language);
    }

    String meaning(RefusalCode code) {
        return labels.find(language, "refusal." + code + ".text").orElse(code.meaning());
    }

    String remedy(RefusalCode code) {
        return labels.find(language, "refusal." + code + ".remedy").orElse(code.remedy());
    }

    /** The words under a key, with what they leave open. */
    String filled(String key, Map<String, String> values) {
        String text = labels.find(language, key).orElseThrow();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
