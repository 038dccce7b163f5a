package be.kruispunt.hub.door;

import static be.kruispunt.hub.door.Suppliers.CURIOUS;
import static be.kruispunt.hub.door.Suppliers.WATTS;
import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.door.Reports.Line;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who floods the hub waits for himself. */
@ExtendWith(SharedHub.class)
class FloodTest {
    private static final int REPORTS = 16; // more than four intakes take up at once
    private static final int LINES = 400;
    private static final int LARGE = 30; // persons in a question that goes by itself
    private static final String WAITING = "select count(*) from pg_locks where not granted";

    private final Door door;

    FloodTest(Door door) {
        this.door = door;
    }

    private byte[] report(int number) {
        return new Reports(door.messages())
                .of(IntStream.range(0, LINES)
                        .map(line -> number * LINES + line)
                        .mapToObj(n -> Line.granted(Samples.insz(700_000 + n), "F-" + n, LocalDate.of(2026, 5, 10)))
                        .toArray(Line[]::new));
    }

    @Test
    void aSourceThatFloods_keepsNoDocumentAndNoOtherWaiting() {
        List<byte[]> flood = IntStream.range(0, REPORTS).mapToObj(this::report).toList();
        byte[] document = door.messages().signed(Kind.U1, Messages.envelope(Kind.U1));
        door.hub().hub().closeIntake();
        flood.forEach(door.party(CENTRES)::send);
        door.party(ADEM).send(document);
        door.hub().hub().open(); // nothing is known of what a report costs

        assertThat(door.next(RVA)).isInstanceOf(Mail.Letter.class);
        String ofTheDocument = ticket(ADEM);
        List<String> ofTheFlood =
                Stream.generate(() -> ticket(CENTRES)).limit(REPORTS).toList();
        assertThat(ofTheFlood)
                .as("taken up after what came last: tickets rise")
                .anyMatch(ticket -> ticket.compareTo(ofTheDocument) > 0);
        door.nothingElseMoved();
    }

    private String ticket(InstitutionId id) {
        Mail answer = door.next(id);
        assertThat(answer).isInstanceOf(Mail.Receipt.class);
        return ((Mail.Receipt) answer).content().ticket().toString();
    }

    /** All that the HTTP door may have of the store is taken, and held: by small questions, which share two connections, and large ones. */
    @Test
    void questionsOverHttp_keepNoDocumentWaiting()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        var suppliers = new Suppliers(door.hub());
        suppliers.register();
        List<InstitutionId> both = List.of(WATTS, CURIOUS);
        both.forEach(supplier -> suppliers.customer(supplier, "F-1", Samples.insz(699_999)));
        try (Superuser superuser = Superuser.of(door.hub());
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            superuser.execute("begin; lock table rights_question in exclusive mode");
            String small = "{\"customerReference\": \"F-1\"}";
            String large = String.join(", ", Collections.nCopies(LARGE, small));
            List<Future<HttpResponse<String>>> asked = both.stream()
                    .flatMap(supplier -> Stream.of(small, small, large, large)
                            .map(about -> executor.submit(
                                    (Callable<HttpResponse<String>>) () -> suppliers.ask(supplier, about))))
                    .toList();
            await().until(() -> superuser.number(WAITING) >= 6);

            door.accepts(ADEM, door.messages().signed(Kind.U1, Messages.envelope(Kind.U1)));

            superuser.execute("rollback");
            for (Future<HttpResponse<String>> each : asked) {
                assertThat(each.get().statusCode()).isEqualTo(200);
            }
        }
    }
}
