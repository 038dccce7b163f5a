package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.u1.Institution;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.documents.jaxb.u1.UninsuredActivity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The boxes that an institution fills in on every U1. The schema leaves them open, because a form that the hub translates
 * from a SED cannot have them: there the header tells where the form came from.
 */
final class U1Boxes {
    private final Reading<U1> reading;
    private final Report report;

    private U1Boxes(Reading<U1> reading, Report report) {
        this.reading = reading;
        this.report = report;
    }

    static void missing(Reading<U1> reading, Report report) {
        if (reading.header().provenance().isEmpty()) {
            new U1Boxes(reading, report).check();
        }
    }

    private void check() {
        U1 form = reading.content();
        require(form.getPerson().getAddress(), "Person", "1.8, the current address");
        activities("UninsuredEmployment", form.getPeriods().getUninsuredEmployment(), "2.2.1");
        activities("UninsuredSelfEmployment", form.getPeriods().getUninsuredSelfEmployment(), "2.2.2");
        Institution institution = form.getInstitution();
        require(institution.getName(), "Institution", "7.1, the name");
        require(institution.getStreet(), "Institution", "7.2, street and number");
        require(institution.getTown(), "Institution", "7.3, the town");
    }

    private void activities(String list, List<UninsuredActivity> activities, String box) {
        for (int i = 0; i < activities.size(); i++) {
            require(
                    activities.get(i).getNatureOfActivity(),
                    reading.place("Periods/" + list, i),
                    box + ", the nature of the activity");
        }
    }

    private void require(@Nullable Object value, String place, String box) {
        require(value, reading.place(place), box);
    }

    private void require(@Nullable Object value, Element place, String box) {
        if (value == null) {
            report.at(place, "box " + box + ", is empty");
        }
    }
}
