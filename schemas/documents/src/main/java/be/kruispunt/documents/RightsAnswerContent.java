package be.kruispunt.documents;

import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.SchemeCode;
import java.time.LocalDate;
import java.util.List;

/**
 * The hub's answer to a rights question (N901).
 *
 * @param question the sender's identifier of the question
 * @param scheme which right
 * @param day on which day
 * @param answers one for each customer that was asked about and may be
 */
public record RightsAnswerContent(InstanceId question, SchemeCode scheme, LocalDate day, List<RightAnswer> answers) {
    public RightsAnswerContent {
        answers = List.copyOf(answers);
    }
}
