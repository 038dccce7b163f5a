package be.kruispunt.hub.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * How long refusals take, in nanoseconds, by whom the question is about. In each round one question of each kind is asked, in an order
 * that chance gives: whatever else the machine does falls on all kinds alike.
 */
final class RefusalTimes {
    /** Whom a question is about: nobody of them is the asker's customer. */
    enum About {
        NUMBER_OF_NOBODY,
        NUMBER_OF_ANOTHERS_CUSTOMER,
        NUMBER_THAT_WAS_REPLACED,
        REFERENCE_OF_NOBODY,
        REFERENCE_OF_ANOTHERS_CUSTOMER
    }

    private static final int WARM_UP = 200;
    private static final int AT_ONCE = 250;
    private static final int MOST = 12_000;

    /** The asker is released before it has asked about so many that the operator is told. */
    private static final int ROUNDS_UNTIL_RELEASED = 15;

    private final HttpClient client;
    private final Map<About, List<HttpRequest>> questions;
    private final Runnable release;
    private final Random random = new Random();
    private final Map<About, double[]> times = new EnumMap<>(About.class);
    private int rounds;

    /** {@code release}: lets the asker ask again. */
    RefusalTimes(HttpClient client, Map<About, List<HttpRequest>> questions, Runnable release) {
        this.client = client;
        this.questions = questions;
        this.release = release;
        questions.keySet().forEach(about -> times.put(about, new double[MOST]));
    }

    /** Measures on until this is so, or it makes no sense any more. */
    void measureUntil(BooleanSupplier enough) throws IOException, InterruptedException {
        if (rounds == 0) {
            ask(WARM_UP);
            rounds = 0;
            ask(4 * AT_ONCE);
        }
        while (!enough.getAsBoolean() && rounds + AT_ONCE <= MOST) {
            ask(AT_ONCE);
        }
    }

    int rounds() {
        return rounds;
    }

    double[] of(About about) {
        return Arrays.copyOf(times.getOrDefault(about, new double[0]), rounds);
    }

    private void ask(int more) throws IOException, InterruptedException {
        var turn = new ArrayList<>(questions.keySet());
        for (int i = 0; i < more; i++) {
            if (rounds % ROUNDS_UNTIL_RELEASED == 0) {
                release.run();
            }
            Collections.shuffle(turn, random);
            for (About about : turn) {
                List<HttpRequest> some = questions.getOrDefault(about, List.of());
                times.getOrDefault(about, new double[0])[rounds] = time(some.get(random.nextInt(some.size())));
            }
            rounds++;
        }
    }

    private double time(HttpRequest question) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var answer = client.send(question, BodyHandlers.ofString());
        long ended = System.nanoTime();
        assertThat(answer.body()).isEqualTo("{\"answers\":[],\"notCustomers\":[0]}");
        return ended - begun;
    }
}
