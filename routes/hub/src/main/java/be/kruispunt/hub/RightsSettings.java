package be.kruispunt.hub;

import be.kruispunt.buffer.RightsRules;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.StrangerLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What an operator sets for questions for social rights (decision 0033).
 *
 * @param daysBack how many days back a day may lie that is asked for
 * @param lateAfterDays after how many days of silence a source is late
 * @param windowDays how many days of a supplier's curiosity count together
 * @param strangersAlertAt from how many strangers, numbers in a row and changed names on the operator is told of a supplier
 * @param strangersStopAt from how many on its questions are stopped
 * @param unknownAlertAt from how many registered numbers that the register of persons does not know he is told
 * @param newAlertAt from how many new numbers on he is told
 * @param unfoundAlertAt from how many customers on who are registered by name, and are not found, he is told
 */
public record RightsSettings(
        int daysBack,
        int lateAfterDays,
        int windowDays,
        int strangersAlertAt,
        int strangersStopAt,
        int unknownAlertAt,
        int newAlertAt,
        int unfoundAlertAt) {
    private static final String DAYS_BACK = "rights.days-back";
    private static final String LATE_AFTER = "rights.sources.late-after-days";
    private static final String WINDOW = "rights.strangers.window-days";
    private static final String ALERT = "rights.strangers.alert-at";
    private static final String STOP = "rights.strangers.stop-at";
    private static final String UNKNOWN = "rights.registered.unknown-alert-at";
    private static final String NEW = "rights.registered.new-alert-at";
    private static final String UNFOUND = "rights.registered.unfound-alert-at";
    private static final int MOST = 1_000_000_000;

    /** A bill is settled within a year, and corrected in the one after. The sources' lists come every month. */
    private static final RightsSettings STANDARD = new RightsSettings(731, 35, 30, 100, 1_000, 1_000, 100_000, 1_000);

    /** These defaults, and those of the rights. */
    static Map<String, String> withDefaults(Map<String, String> others) {
        var all = new HashMap<>(others);
        all.putAll(STANDARD.asMap());
        return Map.copyOf(all);
    }

    static RightsSettings of(SettingValues values) {
        int alertAt = values.number(ALERT, 1, MOST);
        return new RightsSettings(
                values.number(DAYS_BACK, 0, 36_500),
                values.number(LATE_AFTER, 1, 3_650),
                values.number(WINDOW, 1, 3_650),
                alertAt,
                values.number(STOP, alertAt, MOST),
                values.number(UNKNOWN, 1, MOST),
                values.number(NEW, 1, MOST),
                values.number(UNFOUND, 1, MOST));
    }

    Map<String, String> asMap() {
        return Map.of(
                DAYS_BACK, Integer.toString(daysBack),
                LATE_AFTER, Integer.toString(lateAfterDays),
                WINDOW, Integer.toString(windowDays),
                ALERT, Integer.toString(strangersAlertAt),
                STOP, Integer.toString(strangersStopAt),
                UNKNOWN, Integer.toString(unknownAlertAt),
                NEW, Integer.toString(newAlertAt),
                UNFOUND, Integer.toString(unfoundAlertAt));
    }

    /** {@code hub}: its own id. */
    public RightsRules rules(InstitutionId hub) {
        return new RightsRules(
                hub,
                daysBack,
                Duration.ofDays(lateAfterDays),
                new StrangerLimits(
                        strangersAlertAt, strangersStopAt, windowDays, unknownAlertAt, newAlertAt, unfoundAlertAt));
    }
}
