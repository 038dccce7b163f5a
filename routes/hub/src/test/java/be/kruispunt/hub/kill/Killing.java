package be.kruispunt.hub.kill;

import static java.util.stream.Collectors.groupingBy;

import be.kruispunt.model.id.Digest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Kills a hub under load, over and over, and draws up the account.
 *
 * <p>The dangerous moment is after the store's commit and before the broker's: some milliseconds. To hit it often, a
 * trigger in the store notifies this process of each commit of Record ({@code LISTEN}), and three of four kills follow
 * the notification at once; each fourth falls at a moment that has to do with the senders only.
 *
 * <p>A kill counts as one between Record and commit when, after it, more recorded messages came again than senders sent
 * again: had the broker committed, they could not have. The next hub says in its log how many came again.
 */
final class Killing {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AHEAD = 96;
    private static final Pattern CAME_AGAIN = Pattern.compile("(\\d+) of \\d+ message\\(s\\) came again");

    private final HubFolder folder;
    private final List<Signed> messages;
    private final int kills;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Pace pace = new Pace(AHEAD);
    private final List<Sender> senders = new ArrayList<>();
    /** For each hub, how many messages came again to it beyond those that were sent again. */
    private final List<Integer> cameAgain = new ArrayList<>();

    private int resent;
    private int recorded;

    /** Counts what came of everything that was sent: {@code tries} says how often each was. */
    @FunctionalInterface
    interface Account {
        Balance.Result of(HubFolder folder, LiveHub hub, Map<Digest, Integer> tries);
    }

    /**
     * The account.
     *
     * @param resent sendings beyond the first, because the hub died before it acknowledged
     * @param betweenRecordAndCommit kills after which messages came again that were recorded already
     * @param cameAgain how many such messages, at least
     */
    record Report(
            long seed,
            int sent,
            int resent,
            int kills,
            int betweenRecordAndCommit,
            int cameAgain,
            Balance.Result result) {
        String line() {
            return "sent %d, resent %d, kills %d, of these between record and commit %d (%d messages came again), "
                            .formatted(sent, resent, kills, betweenRecordAndCommit, cameAgain)
                    + "documents %d, answers %d, lost %d, doubled %d (seed %d)"
                            .formatted(result.documents(), result.answers(), result.lost(), result.doubled(), seed);
        }
    }

    Killing(HubFolder folder, List<Signed> messages, int kills) {
        this.folder = folder;
        this.messages = messages;
        this.kills = kills;
        messages.stream()
                .collect(groupingBy(Signed::sender))
                .values()
                .forEach(own -> senders.add(new Sender(folder, own, pace)));
    }

    Report run(Account account) throws IOException, InterruptedException, SQLException {
        List<Thread> threads = List.of();
        for (int i = 0; i < kills; i++) {
            try (HubProcess hub = HubProcess.start(folder);
                    StoreProbe probe = StoreProbe.connect(folder)) {
                probe.listen();
                recordedNow(probe.recorded());
                threads = i == 0 ? startSenders() : threads;
                awaitMomentToKill(i, probe);
                hub.kill();
                probe.awaitSilence();
                noteRepeats(hub.log());
            }
        }
        try (HubLog log = HubLog.listen();
                LiveHub hub = LiveHub.open(folder)) {
            pace.recorded(Integer.MAX_VALUE / 2);
            for (Thread thread : threads) {
                thread.join();
            }
            hub.awaitEmptyIntake();
            hub.awaitMarks();
            noteRepeats(log.text());
            return report(hub, account);
        }
    }

    private void noteRepeats(String log) {
        int repeats = CAME_AGAIN
                .matcher(log)
                .results()
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .sum();
        int resentBefore = resent;
        resent = senders.stream().mapToInt(Sender::resent).sum();
        cameAgain.add(Math.max(0, repeats - (resent - resentBefore)));
    }

    private List<Thread> startSenders() {
        return senders.stream()
                .map(sender -> Thread.ofPlatform().daemon().start(sender))
                .toList();
    }

    /** Each kill in its own slice of the work; a tenth is left for after the last one. */
    private void awaitMomentToKill(int kill, StoreProbe probe) throws SQLException {
        int slice = messages.size() * 9 / 10 / kills;
        int enough = Math.max(recorded + 1, kill * slice + random.nextInt(slice));
        while (recorded < enough) {
            awaitRecord(probe);
        }
        if (kill % 4 == 3) {
            int target = acknowledged() + random.nextInt(AHEAD / 2);
            while (acknowledged() < target && recorded < messages.size()) {
                recordedNow(recorded + probe.recordedWithin(Duration.ofMillis(1)));
            }
        }
    }

    private void awaitRecord(StoreProbe probe) throws SQLException {
        int more = probe.recordedWithin(PATIENCE);
        if (more == 0) {
            throw new AssertionError("nothing was recorded for " + PATIENCE + " (seed " + seed + ")");
        }
        recordedNow(recorded + more);
    }

    private void recordedNow(int count) {
        recorded = count;
        pace.recorded(count);
    }

    private int acknowledged() {
        return senders.stream().mapToInt(Sender::acknowledged).sum();
    }

    private Report report(LiveHub hub, Account account) {
        var tries = new HashMap<Digest, Integer>();
        senders.forEach(sender -> tries.putAll(sender.tries()));
        Balance.Result result = account.of(folder, hub, tries);
        List<Integer> again = cameAgain.subList(1, cameAgain.size()); // to the first hub, nothing can come again
        return new Report(
                seed,
                tries.size(),
                resent,
                kills,
                (int) again.stream().filter(count -> count > 0).count(),
                again.stream().mapToInt(Integer::intValue).sum(),
                result);
    }
}
