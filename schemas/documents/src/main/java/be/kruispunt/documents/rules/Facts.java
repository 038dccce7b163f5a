package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.bl1.BL1;
import be.kruispunt.model.message.DocumentFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The facts of each document: what the hub decides on, and no more. */
public final class Facts {
    private Facts() {}

    /** Of a document that is complete in itself; its act is its code. */
    public static DocumentFacts complete(Reading<?> reading) {
        PersonNumbers numbers = PersonNumbers.below(reading.payload());
        return new DocumentFacts(
                reading.header().type().code(), List.copyOf(numbers.all()), numbers.former(), Map.of(), Map.of());
    }

    /** Of a form BL1: its step, and the boxes that the next steps repeat. */
    public static DocumentFacts bl1(Reading<BL1> reading) {
        BL1Step step = BL1Step.of(reading.content());
        var boxes = new BL1Boxes(reading);
        List<BL1Step> until = new ArrayList<>(step.earlier());
        until.add(step);
        PersonNumbers numbers = PersonNumbers.below(reading.payload());
        return new DocumentFacts(
                step.act(),
                List.copyOf(numbers.all()),
                numbers.former(),
                boxes.values(until),
                boxes.values(step.earlier()));
    }
}
