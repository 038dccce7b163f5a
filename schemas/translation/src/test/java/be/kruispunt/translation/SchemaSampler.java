package be.kruispunt.translation;

import be.kruispunt.model.message.DocumentType;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes random documents that follow a schema, by reading the schema: an element that is added to a schema is in the
 * samples from then on, and a mapper that does not account for it fails its test.
 */
final class SchemaSampler {
    private static final String XS = "http://www.w3.org/2001/XMLSchema";
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final List<String> COUNTRIES = List.of("BE", "LU", "NL", "EL", "UK");
    private static final List<String> NAMES = List.of(
            "Müller-Weiß", "D'Hondt & Zn", "Ångström <Éva>", "de la Cruz", "Ψωμάς", "Name with  two spaces", "X");

    /** Optional in the schema; without it the hub cannot route. */
    private static final Set<String> ALWAYS = Set.of("PINPersonInEachInstitution");

    private static final Map<DocumentType, Map<String, Element>> READ = new ConcurrentHashMap<>();

    private final Map<String, Element> types;
    private final DocumentType type;
    private final Random random;
    private LocalDate from = FIRST;

    SchemaSampler(DocumentType type, Random random) {
        this.type = type;
        this.types = READ.computeIfAbsent(type, SchemaSampler::types);
        this.random = random;
    }

    /** What a schema and those that it imports declare at their top, by namespace and name; its own root by name alone. */
    private static Map<String, Element> types(DocumentType type) {
        Map<String, Element> types = new HashMap<>();
        read(Schemas.resource(type).toString(), types);
        return types;
    }

    private static void read(String file, Map<String, Element> types) {
        Element schema = Schemas.parse(url(file)).getDocumentElement();
        for (Element each : children(schema)) {
            String kind = each.getLocalName();
            if ("import".equals(kind)) {
                read(beside(each.getAttribute("schemaLocation"), file), types);
            } else {
                String prefix = "element".equals(kind) ? "root" : schema.getAttribute("targetNamespace");
                types.put(prefix + '#' + each.getAttribute("name"), each);
            }
        }
    }

    /** Within an archive, only the path behind the {@code !} can be resolved. */
    private static String beside(String location, String file) {
        int path = file.indexOf("!/") + 1;
        return file.substring(0, path) + URI.create(file.substring(path)).resolve(location);
    }

    private static URL url(String file) {
        try {
            return URI.create(file).toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** A document without the elements whose names begin so. */
    Element writeWithout(String name) {
        Element root = write();
        for (Element each : children(root, name)) {
            each.getParentNode().removeChild(each);
        }
        return root;
    }

    private static List<Element> children(Element root, String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < root.getElementsByTagName("*").getLength(); i++) {
            Element each = (Element) root.getElementsByTagName("*").item(i);
            if (each.getLocalName().startsWith(name)) {
                found.add(each);
            }
        }
        return found;
    }

    Element write() {
        Element declaration = get("root#" + type.code());
        String namespace = declaration.getOwnerDocument().getDocumentElement().getAttribute("targetNamespace");
        Document document = Schemas.parse("<r:" + type.code() + " xmlns:r='" + namespace + "'/>");
        Element root = document.getDocumentElement();
        fill(root, declaration);
        if (namespace.contains(":eessi:")) {
            root.setAttributeNS(null, "sedGVer", "4");
            root.setAttributeNS(null, "sedVer", type.version().substring(2));
            if (random.nextBoolean()) {
                root.setAttributeNS(null, "sedPackage", "Sector Components/" + type.code());
            }
        }
        return root;
    }

    /** Fills an element as its declaration says. */
    private void fill(Element element, Element declaration) {
        if (declaration.hasAttribute("fixed")) {
            element.setTextContent(declaration.getAttribute("fixed"));
            return;
        }
        Element found = inlineType(declaration);
        if (found == null) {
            String name = declaration.getAttribute("type");
            if (name.startsWith("xs:")) {
                element.setTextContent(builtIn(name));
                return;
            }
            found = resolve(name, declaration);
        }
        if ("simpleType".equals(found.getLocalName())) {
            element.setTextContent(text(found, declaration.getAttribute("name")));
        } else {
            children(found).forEach(group -> group(element, group));
        }
    }

    private void group(Element element, Element group) {
        switch (group.getLocalName()) {
            case "sequence" -> children(group).forEach(each -> group(element, each));
            case "choice" ->
                group(
                        element,
                        random.nextInt(5) == 0 ? last(group) : children(group).getFirst());
            case "element" -> {
                for (int i = count(group); i > 0; i--) {
                    Element child = element.getOwnerDocument().createElementNS(null, group.getAttribute("name"));
                    element.appendChild(child);
                    fill(child, group);
                    boolean complex = !child.hasChildNodes()
                            && !group.getAttribute("name").startsWith("Wai");
                    if (complex && "0".equals(group.getAttribute("minOccurs"))) {
                        element.removeChild(child);
                    }
                }
            }
            case "annotation", "attribute" -> {}
            default -> throw new AssertionError("the sampler does not know " + group.getLocalName());
        }
    }

    private int count(Element element) {
        boolean optional = "0".equals(element.getAttribute("minOccurs"));
        String most = element.getAttribute("maxOccurs");
        if (optional && random.nextInt(4) == 0 && !ALWAYS.contains(element.getAttribute("name"))) {
            return 0;
        }
        if (most.isEmpty()) {
            return 1;
        }
        int many = 1 + random.nextInt(4);
        return "unbounded".equals(most) ? many : Math.min(many, Integer.parseInt(most));
    }

    private String text(Element simple, String element) {
        if (simple.getAttribute("name").equals("BirthDate")) {
            return pick(List.of("1979-04-12", "1979-04-12+02:00", "1979-04", "1979", "1979-04-00", "1979-00-00"));
        }
        List<String> codes = new ArrayList<>();
        Element restriction = children(simple).stream()
                .filter(each -> "restriction".equals(each.getLocalName()))
                .findFirst()
                .orElseThrow();
        for (Element each : children(restriction)) {
            if ("enumeration".equals(each.getLocalName())) {
                codes.add(each.getAttribute("value"));
            }
        }
        if (!codes.isEmpty()) {
            return pick(codes);
        }
        return switch (simple.getAttribute("name")) {
            case "Name" -> pick(NAMES);
            case "Line" -> random.nextInt(4) == 0 ? "Voluntary insurance" : pick(NAMES);
            case "Text" -> pick(NAMES) + "\nand more " + "long ".repeat(random.nextInt(120));
            case "Date" -> date(element);
            case "Country" -> pick(COUNTRIES);
            case "Currency" -> pick(List.of("EUR", "RON", "CHF"));
            case "Amount" -> random.nextInt(100_000) + "." + (10 + random.nextInt(90));
            case "Hours" -> pick(List.of("38", "38.5", "0", "168.00", "7.25"));
            case "Days" -> Integer.toString(random.nextInt(1000));
            case "PostalCode" -> type.code().startsWith("M9") ? "6700" : pick(List.of("6700", "L-1234", "1012 AB"));
            case "PersonNumber" -> "85.07.30-033.2" + random.nextInt(10);
            case "InstitutionId" -> pick(List.of("LU:0053", "BE:0206737484", "NL:1001"));
            case "Telephone" -> "+352 2478 88 88";
            case "Ticked", "True" -> "true";
            case "Email" -> "info@adem.example";
            case "DocumentCode" -> pick(List.of("U002", "S072"));
            case "DocumentVersion" -> "4.2";
            case "Ean" -> "541448820000000019";
            case "Uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "Reference" -> "K-" + random.nextInt(100_000);
            case "SchemeCode", "StatusCode" -> pick(List.of("ENERGY_SOCIAL_TARIFF", "LIVING_WAGE"));
            default -> throw new AssertionError("the sampler does not know " + simple.getAttribute("name"));
        };
    }

    /** Starts of periods are anywhere in three years; ends are not before the start that was written last. */
    private String date(String element) {
        if (Set.of("to", "endDate").contains(element)) {
            return from.plusDays(random.nextInt(400)).toString();
        }
        from = FIRST.plusDays(random.nextInt(1100));
        return from.toString();
    }

    private String builtIn(String type) {
        if (!"xs:boolean".equals(type)) {
            throw new AssertionError("the sampler does not know " + type);
        }
        return Boolean.toString(random.nextBoolean());
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static @Nullable Element inlineType(Element declaration) {
        return children(declaration).stream()
                .filter(each -> each.getLocalName().endsWith("Type"))
                .findFirst()
                .orElse(null);
    }

    private Element resolve(String qualified, Element context) {
        int colon = qualified.indexOf(':');
        String namespace = context.lookupNamespaceURI(qualified.substring(0, colon));
        return get(namespace + '#' + qualified.substring(colon + 1));
    }

    private Element get(String key) {
        Element found = types.get(key);
        if (found == null) {
            throw new AssertionError("no " + key);
        }
        return found;
    }

    private static Element last(Element group) {
        return children(group).getLast();
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && XS.equals(inner.getNamespaceURI())) {
                children.add(inner);
            }
        }
        return children;
    }
}
