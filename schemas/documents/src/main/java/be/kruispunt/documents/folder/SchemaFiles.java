package be.kruispunt.documents.folder;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.InputSource;

/** Gives a schema the files that it imports, from its shelf and from nowhere else. Their addresses are {@code types:/...}. */
public final class SchemaFiles implements LSResourceResolver {
    /** The scheme of the addresses; the only one that a schema may name. */
    public static final String SCHEME = "types";

    private static final DOMImplementationLS INPUTS = inputs();

    private final Shelf shelf;
    private final Set<String> opened = new TreeSet<>();

    SchemaFiles(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The file at an address of this scheme. */
    public InputSource open(String address) {
        String file = file(address);
        byte[] schema = shelf.read(file);
        WellFormed.require(schema, shelf.named(file));
        var source = new InputSource(new ByteArrayInputStream(schema));
        source.setSystemId(SCHEME + ":/" + file);
        opened.add(file);
        return source;
    }

    /** The file that a schema at {@code base} names. */
    public InputSource open(String location, @Nullable String base) {
        return open(URI.create(base == null ? SCHEME + ":/" : base)
                .resolve(location)
                .toString());
    }

    /** The files that were opened so far. */
    Set<String> opened() {
        return opened;
    }

    @Override
    public LSInput resolveResource(
            String type,
            @Nullable String namespace,
            @Nullable String publicId,
            @Nullable String systemId,
            @Nullable String base) {
        if (systemId == null) {
            throw FolderRefused.of(
                    String.valueOf(base),
                    "an import of " + namespace + " without schemaLocation",
                    "name the file, as ../../shared/<name>/<version>/schema.xsd");
        }
        InputSource source = open(systemId, base);
        LSInput input = INPUTS.createLSInput();
        input.setSystemId(source.getSystemId());
        input.setByteStream(source.getByteStream());
        return input;
    }

    private String file(String address) {
        String prefix = SCHEME + ":/";
        if (!address.startsWith(prefix)) {
            throw FolderRefused.of(address, "a schema outside the folder", "copy it beside the one that names it");
        }
        return address.substring(prefix.length());
    }

    private static DOMImplementationLS inputs() {
        try {
            return (DOMImplementationLS) DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .getFeature("LS", "3.0");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's own DOM is always there", e);
        }
    }
}
