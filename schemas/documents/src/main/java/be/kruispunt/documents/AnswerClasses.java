package be.kruispunt.documents;

import be.kruispunt.binding.n901.N901;
import be.kruispunt.binding.receipt.Receipt;
import be.kruispunt.binding.refusal.Refusal;

/** The generated classes that the hub works with: of what it writes itself. Made when the first answer is. */
final class AnswerClasses {
    static final Binding<Receipt> RECEIPT = new Binding<>(Receipt.class);
    static final Binding<N901> RIGHTS = new Binding<>(N901.class);
    static final Binding<Refusal> REFUSAL = new Binding<>(Refusal.class);

    private AnswerClasses() {}
}
