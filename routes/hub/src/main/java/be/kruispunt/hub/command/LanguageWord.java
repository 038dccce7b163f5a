package be.kruispunt.hub.command;

import be.kruispunt.documents.folder.Language;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A language as it is written on the command line. */
final class LanguageWord implements ITypeConverter<Language> {
    @Override
    public Language convert(String word) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("nl, fr, de or en wanted"));
    }
}
