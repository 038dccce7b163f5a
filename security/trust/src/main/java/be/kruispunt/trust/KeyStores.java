package be.kruispunt.trust;

import java.nio.file.Path;

/** What is said of PKCS#12 files. */
final class KeyStores {
    private KeyStores() {}

    /** That one cannot be opened, and what to do. The provider's own words ("toDerInputStream rejects tag type 121") help nobody. */
    static String unreadable(String what, Path p12) {
        return "the " + what + " " + p12 + " cannot be opened: it is damaged, or " + p12.getFileName()
                + ".password beside it holds another password; put both back from a copy";
    }
}
