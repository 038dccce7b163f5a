package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.model.outcome.RefusalCode.CONTENT_NOT_ACCEPTED;
import static be.kruispunt.model.outcome.RefusalCode.DOCTYPE_FORBIDDEN;
import static be.kruispunt.model.outcome.RefusalCode.MALFORMED;
import static be.kruispunt.model.outcome.RefusalCode.PROPERTY_NOT_ACCEPTED;
import static be.kruispunt.model.outcome.RefusalCode.TOO_DEEP;
import static be.kruispunt.model.outcome.RefusalCode.TOO_LARGE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.Queues;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.outcome.Refusal;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is no XML, or not XML that the hub reads, or no bytes at all. */
@ExtendWith(SharedHub.class)
class BytesTest {
    private static final int LIMIT = 2 << 20;

    private final Door door;
    private final byte[] signed;
    private final String text;

    BytesTest(Door door) {
        this.door = door;
        this.signed = door.messages().signed(Kind.U1, Messages.envelope(Kind.U1));
        this.text = new String(signed, UTF_8);
    }

    private Refusal malformed(byte[] xml) {
        return door.refuses(ADEM, xml, MALFORMED);
    }

    private static byte[] utf8(String xml) {
        return xml.getBytes(UTF_8);
    }

    @Test
    void aMessageThatWasBrokenOff() {
        int half = text.indexOf("<OtherInsurance>");
        Refusal refusal = malformed(utf8(text.substring(0, half)));
        assertThat(refusal.detail()).startsWith("line " + Messages.line(signed, "<OtherInsurance>") + ": ");
    }

    @Test
    void aReferenceToNoCharacter_inAText() {
        byte[] xml = Messages.changed(signed, "<sex>M</sex>", "<sex>M&#0;</sex>");
        assertThat(malformed(xml).detail()).startsWith("line " + Messages.line(xml, "<sex>M&#0;") + ": ");
    }

    @Test
    void aTagThatIsNotClosed_isNamedByItsLine_andTheMessageByItsIdentifier() {
        byte[] xml = Messages.changed(signed, "<sex>M</sex>", "<sex>M</sax>");
        door.party(ADEM).send(xml);
        Mail.Refusal refusal = door.refused(ADEM, MALFORMED);
        assertThat(refusal.content().refusal().detail()).startsWith("line " + Messages.line(xml, "</sax>") + ": ");
        assertThat(refusal.content().instance())
                .hasValueSatisfying(instance -> assertThat(text).contains(instance.toString()));
    }

    @Test
    void bytesThatAreNoText() {
        malformed(new byte[] {0, 1, 2, (byte) 0xFF});
    }

    @Test
    void anotherEncodingThanUtf8() {
        malformed(text.getBytes(UTF_16));
        malformed(text.replace("Emile", "\u00C9mile").getBytes(ISO_8859_1));
        malformed(Messages.changed(signed, "UTF-8", "ISO-8859-1"));
        malformed(utf8("\uFEFF" + text));
    }

    @Test
    void aProcessingInstruction() {
        assertThat(malformed(Messages.changed(signed, "<Person>", "<Person><?do something?>"))
                        .detail())
                .contains("processing instruction");
    }

    @Test
    void anEntityThatNothingDeclares() {
        malformed(Messages.changed(signed, "<familyName>Lambermont", "<familyName>&name;"));
    }

    @Test
    void aDoctype() {
        byte[] xml = utf8(withDoctype("<!DOCTYPE sbdh:StandardBusinessDocument>"));
        assertThat(door.refuses(ADEM, xml, DOCTYPE_FORBIDDEN).detail()).contains("remove the DOCTYPE");
    }

    @Test
    void anExternalEntity_isNotRead() {
        String here = door.hub().trust().root().resolve("authority.pem").toUri().toString();
        byte[] xml = utf8(withDoctype("<!DOCTYPE d [<!ENTITY e SYSTEM '" + here + "'>]>")
                .replace("<familyName>Lambermont", "<familyName>&e;"));
        Refusal refusal = door.refuses(ADEM, xml, DOCTYPE_FORBIDDEN);
        assertThat(refusal.toString()).doesNotContain("CERTIFICATE");
    }

    @Test
    void anExternalSubset_isNotFetched() {
        door.refuses(ADEM, utf8(withDoctype("<!DOCTYPE d SYSTEM 'http://localhost:1/evil.dtd'>")), DOCTYPE_FORBIDDEN);
    }

    @Test
    void aBillionLaughs() {
        var doctype = new StringBuilder("<!DOCTYPE d [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 10; i++) {
            doctype.append(
                    "<!ENTITY l%d '%s'>".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        byte[] xml = utf8(
                withDoctype(doctype.append("]>").toString()).replace("<familyName>Lambermont", "<familyName>&l9;"));
        door.refuses(ADEM, xml, DOCTYPE_FORBIDDEN);
    }

    private String withDoctype(String doctype) {
        return Messages.changed(text, "<sbdh:StandardBusinessDocument ", doctype + "<sbdh:StandardBusinessDocument ");
    }

    @Test
    void aMessageThatIsTooDeep() {
        String nested = "<a>".repeat(40) + "</a>".repeat(40);
        byte[] xml = Messages.changed(signed, "<Person>", "<Person>" + nested);
        assertThat(door.refuses(ADEM, xml, TOO_DEEP).detail()).contains("more than 32 levels");
    }

    @Test
    void tooManyElements_tooManyAttributes_andTooLongAText() {
        String attributes = "<Person "
                + String.join(
                        " ",
                        java.util.stream.IntStream.range(0, 40)
                                .mapToObj(i -> "a" + i + "=''")
                                .toList())
                + ">";
        assertThat(door.refuses(ADEM, Messages.changed(signed, "<Person>", attributes), TOO_DEEP)
                        .detail())
                .contains("attributes");
        byte[] many = Messages.changed(signed, "<Person>", "<Person>" + "<a/>".repeat(50_000));
        assertThat(door.refuses(ADEM, many, TOO_DEEP).detail()).contains("elements");
        byte[] longText = Messages.changed(signed, "Lambermont", "x".repeat(100_001));
        assertThat(door.refuses(ADEM, longText, TOO_DEEP).detail()).contains("characters in a text");
    }

    @Test
    void aMessageOfFifteenMegabytes_isRefusedByItsLengthAndDigest() {
        byte[] huge = new byte[15 << 20];
        Arrays.fill(huge, (byte) ' ');
        System.arraycopy(signed, 0, huge, 0, signed.length);
        assertThat(door.refuses(ADEM, huge, TOO_LARGE).detail()).isEqualTo(huge.length + " bytes came in");
    }

    @Test
    void aMessageOfTheLimit_andOneByteMore() {
        byte[] fitting = Arrays.copyOf(signed, LIMIT);
        Arrays.fill(fitting, signed.length, LIMIT, (byte) '\n');
        door.accepts(ADEM, fitting);
        door.refuses(ADEM, Arrays.copyOf(fitting, LIMIT + 1), TOO_LARGE);
    }

    @Test
    void anApplicationProperty_whateverItsName() throws JMSException {
        for (String name : List.of("colour", "hub_user", "_AMQ_VALIDATED_USER", "CamelHttpUri")) {
            raw(session -> {
                BytesMessage message = session.createBytesMessage();
                message.writeBytes(signed);
                message.setStringProperty(name, "BE:0206737484");
                return message;
            });
            Mail.Refusal refusal = door.refused(ADEM, PROPERTY_NOT_ACCEPTED);
            assertThat(refusal.content().received()).isEqualTo(Digest.of(signed));
        }
    }

    @Test
    void theSameBytesWithoutTheProperty_areTaken() throws JMSException {
        raw(session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(signed);
            message.setStringProperty("colour", "blue");
            return message;
        });
        door.refused(ADEM, PROPERTY_NOT_ACCEPTED);
        door.accepts(ADEM, signed);
    }

    @Test
    void aMessageThatIsNeitherBytesNorText() throws JMSException {
        raw(session -> session.createObjectMessage("object"));
        door.refused(ADEM, CONTENT_NOT_ACCEPTED);
        raw(session -> {
            Message message = session.createObjectMessage(new ArrayList<>(List.of("a")));
            message.setBooleanProperty("JMS_AMQP_TYPED_ENCODING", true);
            return message;
        });
        door.refused(ADEM, CONTENT_NOT_ACCEPTED);
        raw(session -> {
            MapMessage message = session.createMapMessage();
            message.setString("key", "value");
            return message;
        });
        door.refused(ADEM, CONTENT_NOT_ACCEPTED);
    }

    private interface Making {
        Message make(Session session) throws JMSException;
    }

    /** Sends as ADEM through another AMQP client, which can do more than documents. */
    private void raw(Making making) throws JMSException {
        var factory = new JmsConnectionFactory(
                door.hub().broker() + "?amqp.saslMechanisms=EXTERNAL&jms.validatePropertyNames=false");
        factory.setSslContext(door.hub().trust().tls(ADEM).sslContext());
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            session.createProducer(session.createQueue(Queues.in(ADEM))).send(making.make(session));
        }
    }
}
