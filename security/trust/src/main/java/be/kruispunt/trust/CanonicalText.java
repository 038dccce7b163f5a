package be.kruispunt.trust;

/** How a canonical form writes what stands between names (Canonical XML 1.0, 2.3). */
final class CanonicalText {
    private CanonicalText() {}

    static void instruction(StringBuilder out, String target, String data) {
        out.append("<?").append(target);
        if (!data.isEmpty()) {
            out.append(' ').append(data.replace("\r", "&#xD;"));
        }
        out.append("?>");
    }

    /** Of an attribute. */
    static void value(StringBuilder out, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#x9;");
                case '\n' -> out.append("&#xA;");
                case '\r' -> out.append("&#xD;");
                default -> out.append(c);
            }
        }
    }

    /** Of an element. */
    static void text(StringBuilder out, String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped =
                    switch (text.charAt(i)) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '\r' -> "&#xD;";
                        default -> "";
                    };
            if (!escaped.isEmpty()) {
                out.append(text, done, i).append(escaped);
                done = i + 1;
            }
        }
        out.append(text, done, text.length());
    }
}
