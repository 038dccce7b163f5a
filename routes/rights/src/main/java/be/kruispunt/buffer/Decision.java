package be.kruispunt.buffer;

import be.kruispunt.documents.LineAnswers;
import be.kruispunt.documents.RightsAnswerContent;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.store.Effect;
import java.util.List;
import java.util.Optional;

/** What becomes of a message for the hub itself. Nothing is written before it is recorded. */
public sealed interface Decision {
    /**
     * Taken, with those of its lines that hold.
     *
     * @param lines what became of each
     * @param persons whom it concerns beside those that it names: customers stand in it by their reference
     * @param answer to a question
     * @param effect what it changes
     */
    record Taken(LineAnswers lines, List<Insz> persons, Optional<RightsAnswerContent> answer, Effect effect)
            implements Decision {
        public Taken {
            persons = List.copyOf(persons);
        }
    }

    /**
     * Not taken: as a whole, or because none of its lines holds.
     *
     * @param effect what the refusal itself changes, such as a count
     */
    record Refused(Refusal refusal, Effect effect) implements Decision {}
}
