package be.kruispunt.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalWordsTest {
    /** Those that {@code hub validate} can give. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "TOO_LARGE",
                "MALFORMED",
                "DOCTYPE_FORBIDDEN",
                "TOO_DEEP",
                "HEADER_INVALID",
                "UNKNOWN_DOCUMENT",
                "NOT_ALLOWED_NOW"
            })
    void aRefusalOfAFile_hasItsWordsInEveryLanguage_inEnglishThoseOfTheHub(RefusalCode code) {
        var english = RefusalWords.in(Language.EN);
        assertThat(english.meaning(code)).isEqualTo(code.meaning());
        assertThat(english.remedy(code)).isEqualTo(code.remedy());
        assertThat(Arrays.stream(Language.values())
                        .map(language -> RefusalWords.in(language).meaning(code)))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Language.values())
                        .map(language -> RefusalWords.in(language).remedy(code)))
                .doesNotHaveDuplicates();
    }
}
