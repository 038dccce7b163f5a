package be.kruispunt.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranslatorTest {
    private static final DocumentType BL1 = DocumentType.of("BL1", "1.0");

    private final Translator translator = Translator.standard();

    @Test
    void knowsItsPairs_andNoOther() {
        assertThat(translator.translates(Schemas.U1_TYPE, Schemas.U002_TYPE)).isTrue();
        assertThat(translator.translates(Schemas.U002_TYPE, Schemas.U1_TYPE)).isTrue();
        assertThat(translator.translates(Schemas.U1_TYPE, BL1)).isFalse();
        assertThat(translator.translates(Schemas.U1_TYPE, DocumentType.of("U002", "4.3")))
                .isFalse();
        assertThat(translator.translates(Schemas.U1_TYPE, Schemas.U1_TYPE)).isFalse();
    }

    @Test
    void refusesAPairThatItDoesNotKnow() {
        assertThatThrownBy(() -> translator.translate(Schemas.U1_TYPE, new U1(), BL1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no translation of U1 1.0 into BL1 1.0");
    }

    @Test
    void aTranslationShowsNoContent() {
        Translation translation = new Translation(
                Schemas.U002_TYPE, "79.04.12-037.29", new LossReport(Schemas.U1_TYPE, Schemas.U002_TYPE, List.of()));
        assertThat(translation).hasToString("U1 1.0 as U002 4.2");
    }
}
