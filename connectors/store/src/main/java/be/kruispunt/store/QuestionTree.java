package be.kruispunt.store;

import be.kruispunt.evidence.MerkleTree;
import be.kruispunt.evidence.TreeHash;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsReply;
import java.util.List;
import java.util.Optional;

/**
 * What proves a question and its answers.
 *
 * @param root over the question and all leaves
 * @param leaves of the answers, in their order
 */
record QuestionTree(TreeHash root, List<TreeHash> leaves) {
    static QuestionTree of(RecordedQuestion recorded) {
        var text = new AnswerText();
        List<TreeHash> leaves = recorded.lines().stream()
                .map(line -> AnswerProof.Entry.leaf(text.answer(line.id(), told(line))))
                .toList();
        var tree = new MerkleTree();
        tree.addLeaf(AnswerProof.Entry.leaf(text.question(AskedQuestion.of(recorded))));
        leaves.forEach(tree::addLeaf);
        return new QuestionTree(tree.root(), leaves);
    }

    static Optional<RightAnswer> told(RecordedQuestion.Line line) {
        return line.said() instanceof RightsReply.Line.Told(RightAnswer answer)
                ? Optional.of(answer)
                : Optional.empty();
    }
}
