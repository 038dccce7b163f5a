package be.kruispunt.hub.door;

import static be.kruispunt.hub.door.Suppliers.CENTRES;
import static be.kruispunt.hub.door.Suppliers.CURIOUS;
import static be.kruispunt.hub.door.Suppliers.WATTS;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.hub.door.RefusalTimes.About;
import be.kruispunt.model.id.Insz;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long a supplier waits to hear that somebody is not its customer tells nothing of him. Judged by how often a refusal of one kind
 * takes longer than one of another, which is half the time where nothing tells them apart; measured for as long as it takes to be sure.
 */
@Tag("long")
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTimesTest {
    private static final int PEOPLE = 50;

    /** To be sure of a difference no larger than this takes some hundreds of questions: the operator is told after one hundred. */
    private static final double MARGIN = 0.05;

    private static final double DELAY_NANOS = 300_000;

    /** Two kinds of refusals that nobody is to tell apart by their time. */
    private record Pair(About one, About other) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(About.NUMBER_OF_ANOTHERS_CUSTOMER, About.NUMBER_OF_NOBODY),
            new Pair(About.NUMBER_THAT_WAS_REPLACED, About.NUMBER_OF_NOBODY),
            new Pair(About.NUMBER_THAT_WAS_REPLACED, About.NUMBER_OF_ANOTHERS_CUSTOMER),
            new Pair(About.REFERENCE_OF_ANOTHERS_CUSTOMER, About.REFERENCE_OF_NOBODY));

    private final TestHub hub;
    private final Suppliers suppliers;
    private final HttpClient client;
    private final RefusalTimes times;

    RefusalTimesTest(Door door) {
        this.hub = door.hub();
        this.suppliers = new Suppliers(hub);
        suppliers.register();
        this.client = HttpClient.newBuilder()
                .sslContext(hub.trust().tls(CURIOUS).sslContext())
                .build();
        var questions = new EnumMap<About, List<HttpRequest>>(About.class);
        questions.put(About.NUMBER_OF_NOBODY, questions(n -> ssin(insz(n))));
        questions.put(About.NUMBER_OF_ANOTHERS_CUSTOMER, questions(n -> ssin(insz(100 + n))));
        questions.put(About.NUMBER_THAT_WAS_REPLACED, questions(n -> ssin(insz(200 + n))));
        questions.put(About.REFERENCE_OF_NOBODY, questions(n -> reference("N-77" + (100 + n))));
        questions.put(About.REFERENCE_OF_ANOTHERS_CUSTOMER, questions(n -> reference("K-77" + (100 + n))));
        this.times = new RefusalTimes(
                client, questions, () -> hub.hub().store().rights().release(CURIOUS, "a test"));
    }

    /** Of whom the hub knows a status, a household and a contract with somebody else; under one number, or under two. */
    @BeforeAll
    void people() {
        var replaced = new HashMap<Insz, Insz>();
        IntStream.range(0, PEOPLE).forEach(n -> {
            Insz person = insz(100 + n);
            suppliers.liveTogether("T-" + n, person, insz(300 + n));
            suppliers.reports(CENTRES, person, "LIVING_WAGE", Suppliers.today().withDayOfYear(1));
            suppliers.customer(WATTS, "K-77" + (100 + n), person);
            replaced.put(insz(200 + n), person);
        });
        hub.hub().store().registerWriter().putReplacedNumbers(replaced);
    }

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void theTimeOfARefusal_tellsNothingOfWhomItIsAbout() throws IOException, InterruptedException {
        times.measureUntil(
                () -> PAIRS.stream().map(this::compared).allMatch(it -> it.isWithin(MARGIN) || it.isBeyond(MARGIN)));
        System.out.println(PAIRS.stream()
                .map(pair -> pair.one() + " > " + pair.other() + ": " + compared(pair))
                .collect(Collectors.joining("; ", times.rounds() + " refusals of each kind: ", "")));
        PAIRS.forEach(pair -> assertThat(compared(pair).isWithin(MARGIN))
                .as("%s takes longer than %s: %s of %d", pair.one(), pair.other(), compared(pair), times.rounds())
                .isTrue());
    }

    /** That it would be seen: less than a look into a table takes; on a machine that is too busy for that, half of its spread. */
    @Test
    void aDelayOfOneKind_isFound() throws IOException, InterruptedException {
        times.measureUntil(() -> delayed().isBeyond(MARGIN));
        assertThat(delayed().isBeyond(MARGIN))
                .as("%s of %d", delayed(), times.rounds())
                .isTrue();
    }

    private Superiority compared(Pair pair) {
        return Superiority.of(times.of(pair.one()), times.of(pair.other()));
    }

    private Superiority delayed() {
        double[] usual = times.of(About.NUMBER_OF_NOBODY);
        double[] sorted = usual.clone();
        Arrays.sort(sorted);
        double spread = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
        double delay = Math.max(DELAY_NANOS, spread / 2);
        double[] others = times.of(About.NUMBER_OF_ANOTHERS_CUSTOMER);
        return Superiority.of(Arrays.stream(others).map(time -> time + delay).toArray(), usual);
    }

    private List<HttpRequest> questions(IntFunction<String> customer) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(n -> question(customer.apply(n)))
                .toList();
    }

    private HttpRequest question(String customer) {
        String body =
                "{\"scheme\": \"ENERGY_SOCIAL_TARIFF\", \"legalContext\": \"SOCIAL_TARIFF\", \"day\": \"%s\", \"customers\": [%s]}"
                        .formatted(Suppliers.today(), customer);
        return HttpRequest.newBuilder(suppliers.uri("/rights/v1/questions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String ssin(Insz person) {
        return "{\"ssin\": \"" + person.digits() + "\"}";
    }

    private static String reference(String reference) {
        return "{\"customerReference\": \"" + reference + "\"}";
    }

    private static Insz insz(int serial) {
        long nine = 710_228_001L + serial;
        return Insz.of("%09d%02d".formatted(nine, 97 - nine % 97));
    }
}
