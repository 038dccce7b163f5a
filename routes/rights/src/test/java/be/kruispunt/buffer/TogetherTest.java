package be.kruispunt.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.kruispunt.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers of one go: what each is told, and who goes with whom. */
class TogetherTest {
    private static final int MOST = 4;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<Integer>> goes = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch open = new CountDownLatch(1);
    private final Together<Integer, String> together = new Together<>(this::work, MOST, 1);

    @AfterEach
    void end() {
        open.countDown();
        callers.close();
    }

    /** The first go waits for the latch, so that others come meanwhile. */
    private List<String> work(List<Integer> numbers) {
        goes.add(numbers);
        if (numbers.contains(0)) {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (numbers.contains(13)) {
            throw new IllegalArgumentException("13");
        }
        if (numbers.contains(99)) {
            throw new StoreUnavailable("away");
        }
        return numbers.stream().map(number -> "answer " + number).toList();
    }

    private CompletableFuture<String> asked(int number) {
        return CompletableFuture.supplyAsync(() -> together.ask(number), callers);
    }

    /** Asks these in this order while the first go is under way, and lets it end. */
    private List<CompletableFuture<String>> meanwhile(int... numbers) {
        CompletableFuture<String> first = asked(0);
        await().until(() -> goes.size() == 1);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            all.add(asked(numbers[i]));
            int waiting = i + 1;
            await().until(() -> together.waiting() == waiting);
        }
        open.countDown();
        assertThat(first.join()).isEqualTo("answer 0");
        return all;
    }

    @Test
    void whoFindsNobodyAtWorkGoesAlone() {
        assertThat(together.ask(1)).isEqualTo("answer 1");
        assertThat(together.ask(2)).isEqualTo("answer 2");
        assertThat(goes).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whoComesMeanwhileGoesWithTheOthersAndIsToldHisOwn() {
        List<CompletableFuture<String>> others = meanwhile(1, 2, 3);
        assertThat(others.stream().map(CompletableFuture::join)).containsExactly("answer 1", "answer 2", "answer 3");
        assertThat(goes).containsExactly(List.of(0), List.of(1, 2, 3));
    }

    @Test
    void noGoIsLargerThanItMayBe() {
        List<CompletableFuture<String>> others =
                meanwhile(IntStream.rangeClosed(1, 6).toArray());
        others.forEach(CompletableFuture::join);
        assertThat(goes).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6));
    }

    @Test
    void whatBreaksAGoBreaksOnlyWhoeverAskedIt() {
        List<CompletableFuture<String>> others = meanwhile(1, 13, 2);
        assertThat(others.get(0).join()).isEqualTo("answer 1");
        assertThat(others.get(2).join()).isEqualTo("answer 2");
        assertThatThrownBy(() -> others.get(1).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStoreThatIsAwayIsNotTriedAgainForEach() {
        List<CompletableFuture<String>> others = meanwhile(1, 99, 2);
        assertThat(others)
                .allSatisfy(each -> assertThatThrownBy(each::join).hasCauseInstanceOf(StoreUnavailable.class));
        assertThat(goes).containsExactly(List.of(0), List.of(1, 99, 2));
        assertThat(together.ask(3)).isEqualTo("answer 3");
    }
}
