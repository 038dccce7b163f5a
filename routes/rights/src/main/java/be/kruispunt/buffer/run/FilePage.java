package be.kruispunt.buffer.run;

import static be.kruispunt.model.outcome.RefusalCode.QUESTIONS_STOPPED;

import be.kruispunt.buffer.Answering;
import be.kruispunt.buffer.Answering.Terms;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.CustomerRights;
import be.kruispunt.store.PageFacts;
import be.kruispunt.store.RecordedQuestion;
import be.kruispunt.store.RightsRuns.PageWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The next lines of a file. Once its asker is stopped nobody more is looked up. */
record FilePage(Answering answering, Terms terms, Path file, int most) implements PageWork {
    /** What the result says of a line that cannot be read. */
    static final String LINE_INVALID = "LINE_INVALID";

    @Override
    public AnsweredPage answer(PageFacts facts) {
        QuestionFile.Part part = read(facts.after());
        String reached = Long.toString(part.reached());
        if (facts.stopped()) {
            List<AnsweredPage.Line> lines = part.lines().stream()
                    .map(line ->
                            LineText.notLookedUp(line.reference(), QUESTIONS_STOPPED.name(), answering.number(terms)))
                    .toList();
            return new AnsweredPage(lines, 0, reached, part.last());
        }
        Set<AskedPerson> asked = part.lines().stream().flatMap(FileLine::asked).collect(Collectors.toSet());
        Map<AskedPerson, List<CustomerRights>> customers = facts.customers(asked);
        var lines = new ArrayList<AnsweredPage.Line>(part.lines().size());
        int strangers = 0;
        for (FileLine line : part.lines()) {
            if (line.isBroken()) {
                lines.add(LineText.notLookedUp(line.reference(), LINE_INVALID, answering.number(terms)));
            } else {
                RecordedQuestion.Line said = said(line, customers);
                strangers += said.said() instanceof RightsReply.Line.NotACustomer ? 1 : 0;
                lines.add(LineText.of(said, line.reference()));
            }
        }
        return new AnsweredPage(lines, strangers, reached, part.last());
    }

    private QuestionFile.Part read(String after) {
        var question = new QuestionFile(file);
        try {
            long from = after.isEmpty() ? question.header().orElseThrow().end() : Long.parseLong(after);
            return question.lines(from, most);
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the run cannot be read", e);
        }
    }

    private RecordedQuestion.Line said(FileLine line, Map<AskedPerson, List<CustomerRights>> customers) {
        List<AskedPerson> asked = line.asked().toList();
        List<CustomerRights> found = customers.getOrDefault(asked.getFirst(), List.of());
        if (asked.size() > 1) {
            Set<CustomerReference> byNumber = customers.getOrDefault(asked.get(1), List.of()).stream()
                    .map(each -> each.customer().reference())
                    .collect(Collectors.toSet());
            found = found.stream()
                    .filter(each -> byNumber.contains(each.customer().reference()))
                    .toList();
        }
        return answering.line(
                terms, asked.getLast(), found); // by the number, if there is one: he may ask who asked about him
    }
}
