package be.kruispunt.binding;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.Instant;

/** Moments as {@link Instant}: the schema admits UTC only, but spaces around it. */
public final class InstantAdapter extends XmlAdapter<String, Instant> {
    @Override
    public Instant unmarshal(String text) {
        return text == null ? null : Instant.parse(text.strip());
    }

    @Override
    public String marshal(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
