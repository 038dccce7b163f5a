package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.bl1.BL1;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.DocumentFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The facts of each document: what the hub decides on, and no more. */
public final class Facts {
    private Facts() {}

    /** Of a document that is complete in itself; its act is its code. */
    public static DocumentFacts complete(Reading<?> reading) {
        return new DocumentFacts(reading.header().type().code(), persons(reading.payload()), Map.of(), Map.of());
    }

    /** Of a form BL1: its step, and the boxes that the next steps repeat. */
    public static DocumentFacts bl1(Reading<BL1> reading) {
        BL1Step step = BL1Step.of(reading.content());
        var boxes = new BL1Boxes(reading);
        List<BL1Step> until = new ArrayList<>(step.earlier());
        until.add(step);
        return new DocumentFacts(
                step.act(), persons(reading.payload()), boxes.values(until), boxes.values(step.earlier()));
    }

    private static List<PersonNumber> persons(Element payload) {
        var persons = new ArrayList<PersonNumber>();
        collect(payload, persons);
        return persons.stream().distinct().toList();
    }

    private static void collect(Element element, List<PersonNumber> persons) {
        String name = Elements.name(element);
        if (name.equals("PersonalIdentificationNumber") || name.equals("RegistrationNumber")) {
            persons.add(PersonNumbers.read(element));
            return;
        }
        for (Element child = Elements.first(element); child != null; child = Elements.next(child)) {
            collect(child, persons);
        }
    }
}
