package be.kruispunt.documents;

import be.kruispunt.binding.receipt.Receipt;
import be.kruispunt.binding.refusal.Refusal;

/** The generated classes that the hub works with: of what it writes itself. Made when the first answer is. */
final class AnswerClasses {
    static final Binding<Receipt> RECEIPT = new Binding<>(Receipt.class);
    static final Binding<Refusal> REFUSAL = new Binding<>(Refusal.class);

    private AnswerClasses() {}
}
