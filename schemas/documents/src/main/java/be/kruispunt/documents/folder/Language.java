package be.kruispunt.documents.folder;

import java.util.Locale;

/** The languages in which the hub speaks of documents: those of Belgium, and English. */
public enum Language {
    NL,
    FR,
    DE,
    EN;

    /** As in the name of a file of labels. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
