package be.kruispunt.store;

import static be.kruispunt.store.CustomersTest.WATTS;
import static be.kruispunt.store.RightsStoreTest.ENERGY;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.Validity;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told of its customers without asking. */
class SubscriptionsTest {
    private static final LegalContext TARIFF = LegalContext.of("SOCIAL_TARIFF");

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    @Test
    void aSubscription_isSetAnew_shortened_andRemoved() {
        Subscriptions subscriptions = TEST.store().runs().subscriptions();
        var open = new Subscription(WATTS, ENERGY, TARIFF, Validity.from(MAY));
        var shorter = new Subscription(WATTS, ENERGY, TARIFF, Validity.of(MAY, MAY.plusDays(1)));
        subscriptions.put(open, "Jan");
        subscriptions.put(shorter, "Jan");
        assertThat(subscriptions.all()).contains(shorter).doesNotContain(open);
        assertThat(subscriptions.on(MAY.plusDays(1))).contains(shorter);
        assertThat(subscriptions.on(MAY.plusDays(2))).doesNotContain(shorter);
        assertThat(subscriptions.remove(open, "Jan")).isTrue();
        assertThat(subscriptions.remove(open, "Jan")).isFalse();
        assertThat(Set.copyOf(subscriptions.all())).doesNotContain(shorter);
    }
}
