package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_RIGHTS;

import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.CaseLink;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Reports of the public centres on living wages, each with an envelope of its own. */
final class Reports {
    private static final String EXAMPLE = "m901/1.0/examples/granted.xml";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));
    private final Messages messages;

    Reports(Messages messages) {
        this.messages = messages;
    }

    /** A line: that somebody has a living wage from a day, under a reference. */
    record Line(String change, Insz person, String reference, LocalDate from) {
        static Line granted(Insz person, String reference, LocalDate from) {
            return new Line("GRANTED", person, reference, from);
        }

        static Line corrected(Insz person, String reference, LocalDate from) {
            return new Line("CORRECTED", person, reference, from);
        }
    }

    byte[] of(Line... lines) {
        return of(Envelope.to(CENTRES, Settings.defaults().hub(), "GSS", SOCIAL_RIGHTS), List.of(lines));
    }

    byte[] of(Envelope envelope, List<Line> lines) {
        String text = messages.example(EXAMPLE, envelope, CaseLink.NONE);
        int first = text.indexOf("<StatusLine>");
        int end = text.lastIndexOf("</StatusLine>") + "</StatusLine>".length();
        String line = text.substring(first, end);
        return messages.signed(
                CENTRES,
                text.substring(0, first)
                        + lines.stream().map(each -> text(line, each)).collect(Collectors.joining())
                        + text.substring(end));
    }

    private String text(String line, Line said) {
        String text = Messages.changed(line, "84031712187", said.person().digits());
        text = Messages.changed(text, "PWSI-2026-000481", said.reference());
        text = Messages.changed(text, "GRANTED", said.change());
        text = Messages.changed(text, "2026-11-01", said.from().toString());
        return Messages.changed(text, "2026-11-16", today.toString());
    }
}
