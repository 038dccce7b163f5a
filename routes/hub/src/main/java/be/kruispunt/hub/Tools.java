package be.kruispunt.hub;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.rights.Schemes;
import be.kruispunt.translation.Translator;
import be.kruispunt.trust.CryptoProviders;

/** What the hub works with and that needs neither store nor keys: it is made once, while these open. */
record Tools(
        DocumentCatalogue catalogue,
        CryptoProviders crypto,
        ProcessCatalogue processes,
        Translator translator,
        Schemes schemes) {
    static Tools of(Settings settings, DocumentCatalogue catalogue) {
        return new Tools(
                catalogue,
                CryptoProviders.best(),
                ProcessCatalogue.standard(),
                settings.translator(catalogue),
                settings.schemes());
    }
}
