package be.kruispunt.hub.command;

import be.kruispunt.hub.text.ShellLine;
import be.kruispunt.trust.HubKeys;
import be.kruispunt.trust.MissingFile;
import be.kruispunt.trust.TrustFolder;
import java.util.ArrayList;
import java.util.List;

/** What a hub lacks before it can start, and the commands that make it. */
final class MissingFiles {
    private MissingFiles() {}

    /** The lines; none where nothing is missing. */
    static List<String> lines(TrustFolder folder) {
        List<MissingFile> missing = MissingFile.in(folder);
        var lines = new ArrayList<String>();
        if (missing.isEmpty()) {
            return lines;
        }
        lines.add("Before the hub can start, " + missing.size() + (missing.size() == 1 ? " thing is" : " things are")
                + " missing. Go to the folder: cd " + ShellLine.quoted(folder.root()));
        for (MissingFile file : missing) {
            lines.add("  " + file.file() + ": " + file.what());
            lines.add("    " + file.how());
        }
        if (HubKeys.requestsLieIn(folder)) {
            lines.add("Let your authority certify hub/sign.csr and hub/tls.csr.");
        }
        lines.add("docs/operate/first-institution.md goes through it.");
        return lines;
    }
}
