package be.kruispunt.translation;

import org.junit.jupiter.api.Tag;

/** A thousand other documents of each type for each question. */
@Tag("long")
class ThousandsOfEveryTypeTest extends EveryTypePropertyTest {
    @Override
    int tries() {
        return 1_000;
    }
}
