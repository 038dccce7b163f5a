package be.kruispunt.hub;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.translation.Translator;
import be.kruispunt.trust.CryptoProviders;

/** What the path works with and that needs neither store nor keys: it is made while these open. */
record Tools(DocumentCatalogue catalogue, CryptoProviders crypto, ProcessCatalogue processes, Translator translator) {
    static Tools of(Settings settings, DocumentCatalogue catalogue) {
        return new Tools(
                catalogue, CryptoProviders.best(), ProcessCatalogue.standard(), settings.translator(catalogue));
    }
}
