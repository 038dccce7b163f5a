package be.kruispunt.translation;

import org.junit.jupiter.api.Tag;

/** A thousand other documents in each direction, so that of the types with many pairs there are thousands. */
@Tag("long")
class ThousandsOfPairsTest extends PairPropertyTest {
    @Override
    int tries() {
        return 1_000;
    }
}
