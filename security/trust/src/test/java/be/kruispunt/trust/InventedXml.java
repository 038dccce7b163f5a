package be.kruispunt.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents with namespaces declared, declared anew and taken back, and with every kind of text. */
record InventedXml(Random random) {
    private static final List<String> TEXTS = List.of(
            "x",
            " ",
            "\n\t",
            "&#13;&#9;&#10;",
            "&amp;&lt;&gt;&quot;&apos;",
            "\u00e9\uD842\uDFB7\u2028\u0085",
            "]]&gt;",
            "<![CDATA[<&>\"'\n]]>",
            "a<!-- not signed -->b",
            "<?say it twice ?>",
            "<?say?>");
    private static final List<String> VALUES =
            List.of("", "x", " a  b ", "&#13;&#9;&#10;", "&amp;&lt;&gt;&quot;'", "\n\t", "\u00e9\uD842\uDFB7");
    private static final List<String> NAMESPACES = List.of("urn:a", "urn:b", "urn:\u00e9&amp;", "http://example.org/c");
    private static final List<String> PREFIXES = List.of("p", "q", "P", "n1");
    private static final List<String> NAMES = List.of("a", "b", "B", "\u00e9", "a-b", "a.b");

    /** Of 110 kB, with a canonical form of 9 MB, since each element declares what only the root did; the signature is its last. */
    static String ofALongForm(String signature) {
        StringBuilder declared = new StringBuilder();
        StringBuilder used = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            declared.append(" xmlns:p%d='urn:%d%s'".formatted(i, i, "&quot;".repeat(190)));
            used.append(" p%d:a=''".formatted(i));
        }
        return "<a" + declared + ">" + ("<a" + used + "/>").repeat(310) + signature + "</a>";
    }

    /** With what may stand around the root. */
    String document() {
        return maybe("<?before all?>\n")
                + maybe("<!-- before -->")
                + root()
                + maybe("<!-- after -->")
                + maybe("\n<?after all?>")
                + maybe("<?last?>");
    }

    String root() {
        return element(0, List.of());
    }

    private String element(int depth, List<String> prefixes) {
        List<String> declared = new ArrayList<>(prefixes);
        StringBuilder attributes = new StringBuilder();
        if (random.nextInt(3) == 0) {
            attributes
                    .append(" xmlns='")
                    .append(random.nextBoolean() ? any(NAMESPACES) : "")
                    .append('\'');
        }
        for (String prefix : PREFIXES) {
            if (random.nextInt(5) == 0) {
                attributes.append(" xmlns:%s='%s'".formatted(prefix, any(NAMESPACES)));
                declared.remove(prefix);
                declared.add(prefix);
            }
        }
        for (String name : NAMES) {
            if (random.nextInt(6) == 0) {
                // One prefix for each name: two prefixes of one namespace would make one attribute twice.
                String prefix = declared.isEmpty() ? "" : declared.get(name.length() % declared.size()) + ":";
                attributes.append(" %s%s=\"%s\"".formatted(random.nextBoolean() ? prefix : "", name, any(VALUES)));
            }
        }
        attributes.append(maybe(" xml:lang='nl'")).append(depth == 1 ? maybe(" xml:space='preserve'") : "");
        String prefix = declared.isEmpty() || random.nextBoolean() ? "" : any(declared) + ":";
        String name = prefix + any(NAMES);
        StringBuilder content = new StringBuilder();
        for (int i = random.nextInt(depth > 5 ? 1 : 5); i > 0; i--) {
            content.append(random.nextInt(3) == 0 ? any(TEXTS) : element(depth + 1, declared));
        }
        return "<" + name + attributes + ">" + content + "</" + name + ">";
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String maybe(String what) {
        return random.nextInt(4) == 0 ? what : "";
    }
}
