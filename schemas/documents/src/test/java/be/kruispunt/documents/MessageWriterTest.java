package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.documents.xml.XmlReader;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.Omission;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.message.Provenance.Earlier;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xmlunit.assertj3.XmlAssert;

class MessageWriterTest {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final MessageWriter writer = new MessageWriter(Fixture.CATALOGUE);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void content_isWrittenAsItWasRead(Kind kind) {
        String sample = Fixture.sample(kind);
        byte[] written = writer.serialise(writer.write(
                Fixture.read(sample).header(), Fixture.accepted(sample).payload()));
        XmlAssert.assertThat(written).and(sample).ignoreWhitespace().areSimilar();
        assertThat(new String(written, StandardCharsets.UTF_8))
                .as("declarations of nothing")
                .doesNotContain("xmlns=\"\"");
        assertThat(Fixture.validate(new String(written, StandardCharsets.UTF_8)).findings())
                .isEmpty();
    }

    @Test
    void aPayloadPassesUnchanged_withTheNamespacesAroundIt() {
        String sample = Fixture.sample(Kind.U1, "<u1:U1 xmlns:u1=\"urn:kruispunt:u1:1.0\">", "<u1:U1>")
                .replace(
                        "<sbdh:StandardBusinessDocument ",
                        "<sbdh:StandardBusinessDocument xmlns:u1=\"urn:kruispunt:u1:1.0\" ");
        IncomingDocument incoming = Fixture.read(sample);
        byte[] written = writer.serialise(writer.write(incoming.header(), incoming.payload()));
        XmlAssert.assertThat(written)
                .and(Fixture.sample(Kind.U1))
                .ignoreWhitespace()
                .areSimilar();
        assertThat(Fixture.read(new String(written, StandardCharsets.UTF_8)).header())
                .isEqualTo(incoming.header());
    }

    @Test
    void caseItsLinkAndProvenance_standInTheHeader() {
        IncomingDocument incoming = Fixture.read(Fixture.sample(Kind.U1));
        Header was = incoming.header();
        var header = new Header(
                was.sender(),
                was.receivers(),
                was.type(),
                was.instance(),
                was.createdAt(),
                was.process(),
                Optional.of(CaseId.of("0197a1c0-5b0e-7c3a-9a55-aaaaaaaaaaaa")),
                was.legalContext(),
                Optional.of(new Provenance(
                        Ticket.of("0197a1c0-5b0e-7c3a-9a55-cccccccccccc"),
                        Digest.of(new byte[] {1}),
                        DocumentCatalogue.U002_4_2,
                        List.of(
                                new Omission("1.8.1 1.8.2", "no address"),
                                new Omission("7.10", "dated by its message")),
                        List.of(
                                new Earlier(
                                        Ticket.of("0197a1c0-5b0e-7c3a-9a55-111111111111"), Digest.of(new byte[] {2})),
                                new Earlier(
                                        Ticket.of("0197a1c0-5b0e-7c3a-9a55-222222222222"), Digest.of(new byte[] {3}))),
                        Optional.of(InstanceId.of("0197a1c0-5b0e-7c3a-9a55-333333333333")))),
                ZoneOffset.ofHours(2),
                new CaseLink(
                        Optional.of(Ticket.of("0197a1c0-5b0e-7c3a-9a55-dddddddddddd")),
                        Optional.of(InstitutionId.of("LU:0021"))));
        byte[] written = writer.serialise(writer.write(header, incoming.payload()));
        assertThat(Fixture.read(new String(written, StandardCharsets.UTF_8)).header())
                .isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<a>]]&gt; ]> > &gt;</a>",
                "<a b='\"\"&#39;' c=\"''&#34;>\"/>",
                "<a b=\"x&#xA;&#x9;&#xD;&quot;'&lt;&amp;\">x&#xD;\n\t &amp;&lt;&gt;\"'</a>",
                "<p:a xmlns:p=\"urn:p\" p:b=\"1\" b=\"2\"><c xmlns=\"urn:c\"><d xmlns=\"\"/></c></p:a>",
                "<a>\uD83D\uDE00 é</a>"
            })
    void whatIsWritten_isReadAsItWas(String xml) throws Unreadable {
        var reader = new XmlReader(Limits.STANDARD);
        var read = reader.read(Fixture.bytes(xml));
        byte[] written = writer.serialise(read);
        assertThat(reader.read(written).isEqualNode(read)).isTrue();
        assertThat(writer.serialise(reader.read(written))).isEqualTo(written);
    }

    /** However its writer spelt it: what the hub takes at its limit, the receiver can read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>%s</a>",
                "<a><![CDATA[%s]]></a>",
                "<a b='%s'/>",
                "<a b=\"%s\"/>",
                "<a>x<![CDATA[%s]]>&#13;<![CDATA[%s]]>]]&gt;<![CDATA[%s]]></a>"
            })
    void whatWasRead_isNotLongerWhenItIsWrittenAgain(String form) throws Unreadable {
        var reader = new XmlReader(Limits.STANDARD);
        for (String text :
                List.of(">", "\"", "'", "<", "&", "&lt;", "&#13;", "&#10;", "&#9;", "]", "]]&gt;", "\"'", "\u00E9")) {
            String xml = form.replace("%s", text.repeat(1_000)) + "\n";
            Document read;
            try {
                read = reader.read(Fixture.bytes(xml));
            } catch (Unreadable e) {
                assertThat(text).as("not to be written so").containsAnyOf("<", "&", "\"", "'", ">", "]");
                continue;
            }
            byte[] written = writer.serialise(read);
            assertThat(written.length - DECLARATION.length()).as(text).isLessThanOrEqualTo(Fixture.bytes(xml).length);
            assertThat(reader.read(written).isEqualNode(read)).isTrue();
        }
    }
}
