package be.kruispunt.web;

import static be.kruispunt.web.TestDoor.ENERGY;
import static be.kruispunt.web.TestDoor.WATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.web.Operation.Method;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What one caller may take: nobody else waits for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BoundsTest {
    private static final Duration PATIENT = Duration.ofMinutes(5);
    private static final Duration HASTY = Duration.ofMillis(50);

    private static final Operation PING = new Operation(
            Method.GET, "/ping", "text/plain", call -> Reply.Done.ok("pong".getBytes(StandardCharsets.UTF_8)));

    private static final Operation TAKE =
            new Operation(Method.POST, "/take", "text/plain", call -> Reply.Done.ok(call.body()));

    private TrustFolder authority;

    @BeforeAll
    void certify() {
        authority = TestDoor.authority();
    }

    @Test
    void aSupplierThatHoldsAThousandConnectionsOpen_keepsNobodyElseWaiting() throws IOException, InterruptedException {
        try (var test = new TestDoor(authority, TestDoor.patient(50, 1_000, 4), List.of(PING))) {
            var held = new ArrayList<Socket>();
            for (int i = 0; i < 1_000; i++) {
                held.add(new Socket("localhost", test.door.port()));
            }
            assertThat(test.get(test.client(WATER), "/ping").body()).isEqualTo("pong");
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void ofTooManyThatAreNotLetIn_theOldestIsClosed() throws IOException {
        try (var test = new TestDoor(authority, TestDoor.patient(50, 2, 4), List.of(PING));
                Socket oldest = knocking(test, 1);
                Socket second = knocking(test, 2);
                var third = new Socket("localhost", test.door.port())) {
            assertThat(oldest.getInputStream().read()).isEqualTo(-1);
            assertThat(test.door.unadmitted()).isEqualTo(List.of(second, third).size());
        }
    }

    /** One of so many that are not let in, in this order: each has a thread of its own, and two may overtake one another. */
    private static Socket knocking(TestDoor test, int count) throws IOException {
        var socket = new Socket("localhost", test.door.port());
        socket.setSoTimeout((int) PATIENT.toMillis() / 2); // who is closed because he is slow is not meant
        await().until(() -> test.door.unadmitted() == count);
        return socket;
    }

    @Test
    void anInstitutionWithTooManyConnections_isToldAtTheNext_andOthersAreServed()
            throws IOException, InterruptedException {
        try (var test = new TestDoor(authority, TestDoor.patient(2, 100, 4), List.of(PING));
                SSLSocket one = opened(test, ENERGY);
                SSLSocket two = opened(test, ENERGY)) {
            HttpResponse<String> third = test.get(test.client(ENERGY), "/ping");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).contains("urn:problem-type:belgif:tooManyRequests");
            assertThat(third.headers().firstValue("Connection")).contains("close");
            assertThat(test.get(test.client(WATER), "/ping").statusCode()).isEqualTo(200);
            one.getOutputStream().close();
            await().until(() -> test.get(test.client(ENERGY), "/ping").statusCode() == 200);
            assertThat(two.isClosed()).isFalse();
        }
    }

    @Test
    void anInstitutionThatAsksTooMuchAtTheSameTime_isToldSo_andOthersAreServed()
            throws IOException, InterruptedException {
        var asked = new Semaphore(0);
        var goOn = new CountDownLatch(1);
        Operation slow = slow(asked, goOn);
        try (var test = new TestDoor(authority, TestDoor.patient(50, 100, 2), List.of(slow, PING))) {
            var client = test.client(ENERGY);
            HttpRequest request = HttpRequest.newBuilder(test.uri("/slow")).build();
            var first = client.sendAsync(request, BodyHandlers.ofString());
            var second = client.sendAsync(request, BodyHandlers.ofString());
            asked.acquire(2);
            HttpResponse<String> third = test.get(client, "/slow");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(test.get(test.client(WATER), "/ping").statusCode()).isEqualTo(200);
            goOn.countDown();
            CompletableFuture.allOf(first, second).join();
            assertThat(List.of(first.join().statusCode(), second.join().statusCode()))
                    .containsOnly(200);
            assertThat(test.get(client, "/slow").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLargeRequest_takesAsManyTurnsAsFourSmallOnes() throws IOException, InterruptedException {
        var asked = new Semaphore(0);
        var goOn = new CountDownLatch(1);
        Operation slow = new Operation(Method.POST, "/slow", "application/json", call -> {
            asked.release();
            waitFor(goOn);
            return Reply.Done.ok(new byte[] {'x'});
        });
        try (var test = new TestDoor(authority, TestDoor.patient(50, 100, 5), List.of(slow, PING))) {
            var client = test.client(ENERGY);
            HttpRequest large = HttpRequest.newBuilder(test.uri("/slow"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[5_000]))
                    .build();
            var first = client.sendAsync(large, BodyHandlers.ofString());
            asked.acquire();
            assertThat(client.send(large, BodyHandlers.ofString()).statusCode()).isEqualTo(429);
            assertThat(test.get(client, "/ping").statusCode()).isEqualTo(200);
            goOn.countDown();
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(client.send(large, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whenAllTogetherAskTooMuch_whoComesIsToldSo_andWhatLiesReadyIsServed()
            throws IOException, InterruptedException {
        var asked = new Semaphore(0);
        var goOn = new CountDownLatch(1);
        Operation slow = slow(asked, goOn);
        Operation ready = Operation.ready("/ready", "text/plain", call -> Reply.Done.ok(new byte[] {'r'}));
        try (var test = new TestDoor(authority, TestDoor.patient(50, 100, 2).inAll(2), List.of(slow, ready))) {
            var client = test.client(ENERGY);
            HttpRequest request = HttpRequest.newBuilder(test.uri("/slow")).build();
            var first = client.sendAsync(request, BodyHandlers.ofString());
            var second = client.sendAsync(request, BodyHandlers.ofString());
            asked.acquire(2);
            var other = test.client(WATER);
            HttpResponse<String> third = test.get(other, "/slow");
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.body()).contains("urn:problem-type:belgif:serviceUnavailable");
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(test.get(other, "/ready").body()).isEqualTo("r");
            goOn.countDown();
            CompletableFuture.allOf(first, second).join();
            assertThat(test.get(other, "/slow").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoIsSlow_isClosed_whereverHeStops() throws IOException {
        try (var test = new TestDoor(authority, times(PATIENT, HASTY), List.of(PING, TAKE))) {
            for (String begun : List.of(
                    "",
                    "GET /pi",
                    "GET /ping HTTP/1.1\r\nHost: localhost\r\n",
                    "POST /take HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 5\r\n\r\nab")) {
                try (SSLSocket socket = connected(test, ENERGY)) {
                    socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    assertThat(isClosedByPeer(socket)).as(begun).isTrue();
                }
            }
            await().until(test.door::isIdle);
        }
    }

    @Test
    void whoDoesNotEvenOpen_isClosed() throws IOException {
        try (var test = new TestDoor(authority, times(HASTY, PATIENT), List.of(PING));
                var silent = new Socket("localhost", test.door.port())) {
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            await().until(test.door::isIdle);
        }
    }

    @Test
    void nothingIsCounted_ofConnectionsThatHaveEnded() throws IOException, InterruptedException {
        try (var test = new TestDoor(authority, TestDoor.patient(50, 100, 4), List.of(PING))) {
            for (int i = 0; i < 5; i++) {
                try (SSLSocket socket = opened(test, ENERGY)) {
                    assertThat(socket.isConnected()).isTrue();
                    assertThat(test.door.admitted()).isEqualTo(1);
                }
                await().until(test.door::isIdle);
            }
            try (var client = test.client(ENERGY)) {
                assertThat(test.get(client, "/ping").statusCode()).isEqualTo(200);
            }
            await().until(test.door::isIdle);
        }
    }

    @Test
    void whatIsAskedAlready_isAnswered_whenTheDoorIsClosed() throws InterruptedException {
        var asked = new Semaphore(0);
        var goOn = new CountDownLatch(1);
        var test = new TestDoor(authority, TestDoor.patient(50, 100, 4), List.of(slow(asked, goOn)));
        var answer = test.client(ENERGY)
                .sendAsync(HttpRequest.newBuilder(test.uri("/slow")).build(), BodyHandlers.ofString());
        asked.acquire();
        Thread closing = Thread.ofVirtual().start(test::close);
        goOn.countDown();
        assertThat(answer.join().statusCode()).isEqualTo(200);
        closing.join();
        assertThat(test.door.isIdle()).isTrue();
    }

    @Test
    void aPortThatIsTaken_isNamed() {
        try (var test = new TestDoor(authority, TestDoor.patient(50, 100, 4), List.of(PING))) {
            var same = new WebSettings("localhost", test.door.port(), test.folder.hubTls(), Bounds.STANDARD);
            assertThatThrownBy(() -> WebDoor.open(same, test.trust, id -> true, List.of(PING)))
                    .isInstanceOf(WebException.class)
                    .hasMessageContaining("localhost:" + test.door.port());
        }
    }

    private static Bounds times(Duration opening, Duration further) {
        Bounds usual = TestDoor.patient(50, 100, 4);
        return new Bounds(
                usual.connections(),
                usual.perInstitution(),
                usual.unadmitted(),
                opening,
                further,
                further,
                usual.headerBytes(),
                usual.bodyBytes(),
                usual.atATime(),
                usual.inAll(),
                usual.patience());
    }

    /** A connection that was let in, and on which nothing was said yet. */
    private static SSLSocket opened(TestDoor test, InstitutionId institution) throws IOException {
        int before = test.door.admitted();
        SSLSocket socket = connected(test, institution);
        await().until(() -> test.door.admitted() > before);
        return socket;
    }

    private static SSLSocket connected(TestDoor test, InstitutionId institution) throws IOException {
        var socket = (SSLSocket) test.folder
                .tls(institution)
                .sslContext()
                .getSocketFactory()
                .createSocket("localhost", test.door.port());
        socket.startHandshake();
        return socket;
    }

    private static boolean isClosedByPeer(SSLSocket socket) {
        try {
            return socket.getInputStream().read() == -1;
        } catch (IOException e) {
            return true; // reset rather than ended: closed all the same
        }
    }

    private static Operation slow(Semaphore asked, CountDownLatch goOn) {
        return new Operation(Method.GET, "/slow", "text/plain", call -> {
            asked.release();
            waitFor(goOn);
            return Reply.Done.ok(new byte[] {'x'});
        });
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
