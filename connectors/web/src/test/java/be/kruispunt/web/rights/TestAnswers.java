package be.kruispunt.web.rights;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CodeReply;
import be.kruispunt.model.rights.CodeRequest;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.IssuedCode;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.RightsReply.Line;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.web.NotNow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Answers for two customers, and remembers what was asked last. */
public final class TestAnswers implements Function<RightsQuestion, RightsReply> {
    static final SchemeCode ENERGY = SchemeCode.of("ENERGY_SOCIAL_TARIFF");
    public static final List<OfferedScheme> SCHEMES = List.of(new OfferedScheme(
            ENERGY,
            "2023",
            new TreeMap<>(Map.of("nl", "sociaal tarief", "en", "social tariff")),
            List.of("programme law of 27 April 2007"),
            Validity.from(LocalDate.of(2007, 7, 1)),
            false));

    private static final AnswerId ID = AnswerId.of("01a20141-942e-7270-a0c1-96097ca442d6");
    private static final Instant AS_OF = Instant.parse("2026-11-26T05:00:00Z");

    private static final Map<String, RightAnswer> CUSTOMERS = Map.of(
            "K-1",
            new RightAnswer(
                    CustomerReference.of("K-1"),
                    Entitlement.ENTITLED,
                    Optional.of(LocalDate.of(2026, 10, 1)),
                    Optional.of(LocalDate.of(2026, 12, 31)),
                    AS_OF,
                    ID),
            "K-2",
            new RightAnswer(
                    CustomerReference.of("K-2"),
                    Entitlement.NOT_DETERMINED,
                    Optional.empty(),
                    Optional.empty(),
                    AS_OF,
                    ID));

    private static final IssuedCode CODE = new IssuedCode(
            CodeId.of("4F7QK2M9ZX1CRT8B"),
            LocalDate.of(2026, 11, 26),
            LocalDate.of(2026, 12, 31),
            "eyJ0.eyJp.c2ln",
            "<svg/>");

    public final AtomicReference<RightsQuestion> last = new AtomicReference<>();

    @Override
    public RightsReply apply(RightsQuestion question) {
        last.set(question);
        return switch (question.purpose().value()) {
            case "CURIOSITY" -> new RightsReply.Refused(Reason.PURPOSE_NOT_ALLOWED);
            case "EVERYBODY" -> new RightsReply.Refused(Reason.STOPPED);
            case "NIGHT" -> throw new NotNow(new IllegalStateException("the store is away"));
            default ->
                new RightsReply.Answered(
                        question.persons().stream().map(TestAnswers::line).toList());
        };
    }

    /** A resource that gives a code to whom it answers ENTITLED. */
    public CodesResource codes() {
        return new CodesResource(this::code, () -> LocalDate.of(2026, 11, 26), () -> "{\"keys\":[]}", () -> "a.b.c");
    }

    private CodeReply code(CodeRequest request) {
        RightsQuestion question = request.question();
        if (!question.scheme().equals(ENERGY)) {
            return new CodeReply.NotAtCounters();
        }
        RightsReply reply = apply(question);
        boolean entitled = reply instanceof RightsReply.Answered(var lines)
                && lines.getFirst() instanceof Line.Told(RightAnswer answer)
                && answer.entitlement() == Entitlement.ENTITLED;
        return new CodeReply.Answered(reply, entitled ? Optional.of(CODE) : Optional.empty());
    }

    private static Line line(AskedPerson asked) {
        String reference =
                switch (asked) {
                    case AskedPerson.ByReference(CustomerReference own) -> own.value();
                    case AskedPerson.ByNumber(Insz number) -> number.digits().equals("85073003328") ? "K-1" : "";
                };
        RightAnswer answer = CUSTOMERS.get(reference);
        return answer == null ? new Line.NotACustomer(asked) : new Line.Told(answer);
    }
}
