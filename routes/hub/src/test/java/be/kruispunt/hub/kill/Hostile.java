package be.kruispunt.hub.kill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What stands in a message only to cost the hub work or memory. None is like another, so that nothing is known already. */
final class Hostile {
    private static final int LARGE = 1_900_000;
    private static final int TOO_LARGE = 2_200_000;
    private static final int MANY = 20_000;

    /** Within the limit of names, so that the hub reads on. */
    private static final int NAMES = 900;

    private static final Pattern SIGNATURE = Pattern.compile("(?s)<(\\w+:)?Signature[ >].*</(\\w+:)?Signature>");

    private final List<IntFunction<byte[]>> kinds = List.of(
            i -> utf8("<n" + i + "n".repeat(LARGE) + "/>"),
            i -> utf8("<a>" + many(MANY, j -> "<n" + i + "-" + j + "/>") + "</a>"),
            i -> utf8("<a>" + many(NAMES, j -> "<n" + i + "-" + j + "n".repeat(180) + "/>") + "</a>"),
            i -> utf8("<a>" + many(NAMES, j -> "<p:a xmlns:p='u" + i + "-" + j + "u".repeat(180) + "'/>") + "</a>"),
            i -> utf8("<a " + many(MANY, j -> " n" + i + "-" + j + "=''") + "/>"),
            i -> utf8(("<d" + i + ">").repeat(MANY)),
            i -> utf8("<!DOCTYPE a [<!ENTITY e" + i + " 'e'>]><a>&e" + i + ";</a>"),
            i -> utf8("<a>" + i + "&gt;".repeat(MANY) + "</a>"),
            i -> utf8("<a>" + many(MANY, j -> "<?n" + i + "-" + j + " x?><!--" + j + "-->") + "</a>"),
            i -> utf8("<a>" + i + "x".repeat(TOO_LARGE) + "</a>"),
            i -> ("\0\u00ff" + i).repeat(MANY).getBytes(ISO_8859_1),
            i -> sample(i).getBytes(UTF_16),
            i -> utf8(SIGNATURE
                    .matcher(sample(i))
                    .replaceFirst(found -> quoted(found.group().repeat(300)))),
            i -> utf8(sample(i).replace("Lambermont", "Lamber" + i)),
            i -> utf8(sample(i).replaceFirst("<((\\w+:)?X509Certificate)>M", "<$1>N")),
            i -> signed(sample(i).replace("Lambermont", i + "\u00e9 ".repeat(49_000))),
            i -> signed(sample(i).replace("Lambermont", "\ud83d\ude00 . ".repeat(450) + i)),
            i -> signed(sample(i).replace("<Person>", many(NAMES, j -> "<n" + i + "-" + j + "/>") + "<Person>")),
            i -> signed(sample(i).replaceFirst("(?s)<Person>.*</Person>", "$0".repeat(400))),
            i -> signed(sample(i).replaceFirst("(?s)<\\w+:Receiver>.*</\\w+:Receiver>", "$0".repeat(99))));

    private final DocumentSigner signer;
    private final MessageWriter writer = new MessageWriter(DocumentCatalogue.standard());
    private final List<Signed> samples;

    /** @param samples messages of one sender that would be taken, one for each number */
    Hostile(HubFolder folder, List<Signed> samples) {
        this.samples = samples;
        signer = new DocumentSigner(
                folder.trust().identity(samples.getFirst().sender()), CryptoProviders.best(), InstantSource.system());
    }

    int kinds() {
        return kinds.size();
    }

    /** One of each kind; each gets one answer. */
    Stream<byte[]> bodies(int number) {
        return kinds.stream().map(kind -> kind.apply(number));
    }

    private String sample(int number) {
        return new String(samples.get(number).xml(), UTF_8);
    }

    private byte[] signed(String text) {
        try {
            Document dom = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(utf8(SIGNATURE.matcher(text).replaceFirst(""))));
            signer.sign(dom);
            return writer.serialise(dom);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    private static String many(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
    }
}
