package be.kruispunt.buffer.run;

import be.kruispunt.buffer.Answering;
import be.kruispunt.buffer.Answering.Terms;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.rights.Determination;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.CustomerRights;
import be.kruispunt.store.PageFacts;
import be.kruispunt.store.RightsRuns.PageWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The next of those who are customers now, or were when the run before was answered: a line for each of whom something else is said
 * than then, since a source reported, a customer came or left, or time has passed.
 *
 * @param before the terms of the run before
 * @param known the moment of the run before
 */
record ChangesPage(Answering answering, Terms terms, Terms before, Instant known, int most) implements PageWork {
    @Override
    public AnsweredPage answer(PageFacts facts) {
        List<CustomerReference> page = facts.references(known, most);
        List<AskedPerson> asked =
                page.stream().<AskedPerson>map(AskedPerson.ByReference::new).toList();
        Map<AskedPerson, List<CustomerRights>> is = facts.customers(asked);
        Map<AskedPerson, List<CustomerRights>> was = facts.customers(asked, known);
        var lines = new ArrayList<AnsweredPage.Line>();
        for (CustomerReference reference : page) {
            var each = new AskedPerson.ByReference(reference);
            List<CustomerRights> found = is.getOrDefault(each, List.of());
            if (!said(terms, found).equals(said(before, was.getOrDefault(each, List.of())))) {
                lines.add(LineText.of(answering.line(terms, each, found), Optional.of(reference)));
            }
        }
        String reached = page.isEmpty() ? facts.after() : page.getLast().value();
        return new AnsweredPage(lines, 0, reached, page.size() < most);
    }

    /** Empty where he is no customer on the day. */
    private Optional<Determination> said(Terms terms, List<CustomerRights> found) {
        return found.stream()
                .filter(each -> each.customer().valid().contains(terms.day()))
                .findFirst()
                .map(each -> answering.determine(terms, each));
    }
}
