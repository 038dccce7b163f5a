package be.kruispunt.translation.u1u002;

import be.kruispunt.documents.jaxb.eessi.CountryValue;
import be.kruispunt.documents.jaxb.eessi.CurrencyValue;
import org.jspecify.annotations.Nullable;

/** Coded values, which a SED wraps in an element {@code value}. */
final class Values {
    private Values() {}

    static CountryValue country(String code) {
        CountryValue country = new CountryValue();
        country.setValue(code);
        return country;
    }

    static CurrencyValue currency(String code) {
        CurrencyValue currency = new CurrencyValue();
        currency.setValue(code);
        return currency;
    }

    static @Nullable String of(@Nullable CountryValue country) {
        return country == null ? null : country.getValue();
    }

    static @Nullable String of(@Nullable CurrencyValue currency) {
        return currency == null ? null : currency.getValue();
    }
}
