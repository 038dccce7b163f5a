package be.kruispunt.web.rights;

import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.web.Call;
import be.kruispunt.web.NotNow;
import be.kruispunt.web.Operation;
import be.kruispunt.web.Operation.Method;
import be.kruispunt.web.Problem;
import be.kruispunt.web.ProblemType;
import be.kruispunt.web.Reply;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /rights/v1}: who is entitled to what, and what can be asked. */
public final class RightsResource {
    private static final String JSON = "application/json";

    private final QuestionReader reader = new QuestionReader();
    private final Function<RightsQuestion, RightsReply> answering;
    private final Supplier<List<OfferedScheme>> schemes;

    /**
     * A resource that asks these.
     *
     * @param answering does the same work for whom it knows and for whom it does not; may be called by several threads, and throws {@link NotNow} when what it needs is away
     * @param schemes what can be asked now
     */
    public RightsResource(Function<RightsQuestion, RightsReply> answering, Supplier<List<OfferedScheme>> schemes) {
        this.answering = answering;
        this.schemes = schemes;
    }

    public List<Operation> operations() {
        return List.of(
                new Operation(Method.POST, "/rights/v1/questions", JSON, this::ask),
                new Operation(
                        Method.GET,
                        "/rights/v1/schemes",
                        JSON,
                        call -> Reply.Done.ok(RightsText.schemes(schemes.get()))));
    }

    private Reply ask(Call call) {
        return switch (reader.read(call)) {
            case QuestionReader.Read.Wrong(var issues) -> new Reply.Refused(Problem.badRequest(issues));
            case QuestionReader.Read.Understood(var question) -> told(answering.apply(question));
        };
    }

    private static Reply told(RightsReply reply) {
        return switch (reply) {
            case RightsReply.Answered(var lines) -> Reply.Done.ok(RightsText.answers(lines));
            case RightsReply.Refused(var reason) -> new Reply.Refused(problem(reason));
        };
    }

    static Problem problem(Reason reason) {
        return Problem.of(type(reason), detail(reason));
    }

    private static ProblemType type(Reason reason) {
        return switch (reason) {
            case STOPPED -> ProblemType.TOO_MANY_FAILED_REQUESTS;
            case UNKNOWN_ASKER,
                    NO_RIGHTS_HERE,
                    NOT_COMPETENT,
                    NOT_AUTHORISED,
                    PURPOSE_NOT_ALLOWED,
                    PERSON_NOT_NAMED,
                    NOT_INTEGRATED,
                    NUMBER_REPLACED,
                    DAY_TOO_LONG_AGO -> ProblemType.MISSING_PERMISSION;
        };
    }

    private static String detail(Reason reason) {
        String meaning = reason.meaning();
        return meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1);
    }
}
