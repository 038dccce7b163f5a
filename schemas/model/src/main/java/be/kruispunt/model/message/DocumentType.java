package be.kruispunt.model.message;

import java.util.regex.Pattern;

/**
 * A document's type and version, such as {@code U1 1.0} or {@code U002 4.2}. SEDs carry the version of the EESSI common
 * data model; portable documents and bilateral forms the version of this project's schema.
 */
public record DocumentType(String code, String version) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,15}");
    private static final Pattern VERSION = Pattern.compile("\\d{1,2}\\.\\d{1,2}");

    public DocumentType {
        if (!CODE.matcher(code).matches() || !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("a document type is a code in capitals and a version, such as U1 1.0");
        }
    }

    public static DocumentType of(String code, String version) {
        return new DocumentType(code, version);
    }

    @Override
    public String toString() {
        return code + " " + version;
    }
}
