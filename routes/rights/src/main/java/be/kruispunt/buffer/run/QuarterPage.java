package be.kruispunt.buffer.run;

import be.kruispunt.buffer.Answering;
import be.kruispunt.buffer.Answering.Terms;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.CustomerRights;
import be.kruispunt.store.PageFacts;
import be.kruispunt.store.RightsRuns.PageWork;
import java.util.List;
import java.util.Optional;

/** The next customers of a supplier, those of the day that is asked for. */
record QuarterPage(Answering answering, Terms terms, int most) implements PageWork {
    @Override
    public AnsweredPage answer(PageFacts facts) {
        List<CustomerRights> page = facts.next(most);
        List<AnsweredPage.Line> lines = page.stream()
                .filter(each -> each.customer().valid().contains(terms.day()))
                .map(this::line)
                .toList();
        String reached = page.isEmpty()
                ? facts.after()
                : page.getLast().customer().reference().value();
        return new AnsweredPage(lines, 0, reached, page.size() < most);
    }

    private AnsweredPage.Line line(CustomerRights each) {
        var asked = new AskedPerson.ByReference(each.customer().reference());
        return LineText.of(answering.line(terms, asked, List.of(each)), Optional.of(asked.reference()));
    }
}
