package io.orderflow.messaging.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class GroupCommitTest {
    private final List<List<Integer>> committed = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void one_alone_is_done_at_once_on_its_own_thread() {
        var on = new ArrayList<Thread>();
        var groups = new GroupCommit<Integer, Integer>(items -> {
            on.add(Thread.currentThread());
            return doubled(items);
        });

        assertThat(groups.commit(21)).isEqualTo(42);
        assertThat(groups.commit(1)).isEqualTo(2);
        assertThat(on).containsExactly(Thread.currentThread(), Thread.currentThread());
    }

    @Test
    void whoever_comes_meanwhile_goes_together_and_each_is_told_its_own() throws Exception {
        var groups = new GroupCommit<Integer, Integer>(this::slowAtFirst);
        List<Future<Integer>> answers = firstAndThen(groups, 250);

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(2 * i);
        }
        assertThat(committed).extracting(List::size).containsExactly(1, 100, 100, 50);
    }

    @Test
    void what_is_refused_changes_nothing_for_the_others() throws Exception {
        var groups = new GroupCommit<Integer, Integer>(items -> {
            slowAtFirst(items);
            return items.stream()
                    .<Outcome<Integer>>map(item -> item == 2
                            ? new Outcome.Refused<>(new IllegalArgumentException("not two"))
                            : new Outcome.Done<>(item))
                    .toList();
        });
        List<Future<Integer>> answers = firstAndThen(groups, 3);

        assertThat(answers.get(1).get()).isEqualTo(1);
        assertThat(answers.get(3).get()).isEqualTo(3);
        assertThatThrownBy(answers.get(2)::get).hasRootCauseMessage("not two");
    }

    @Test
    void a_group_that_fails_is_run_again_one_by_one() throws Exception {
        var groups = new GroupCommit<Integer, Integer>(items -> {
            List<Outcome<Integer>> outcomes = slowAtFirst(items);
            if (items.contains(2)) {
                throw new IllegalStateException("two breaks it");
            }
            return outcomes;
        });
        List<Future<Integer>> answers = firstAndThen(groups, 3);

        assertThat(answers.get(1).get()).isEqualTo(2);
        assertThat(answers.get(3).get()).isEqualTo(6);
        assertThatThrownBy(answers.get(2)::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("two breaks it");
        assertThat(committed).extracting(List::size).containsExactly(1, 3, 1, 1, 1);
    }

    @Test
    void when_the_database_is_away_all_who_wait_are_told_at_once() throws Exception {
        var groups = new GroupCommit<Integer, Integer>(items -> {
            List<Outcome<Integer>> outcomes = slowAtFirst(items);
            if (items.size() > 1) {
                throw new DataAccessResourceFailureException("away");
            }
            return outcomes;
        });
        List<Future<Integer>> answers = firstAndThen(groups, 150);

        for (Future<Integer> answer : answers.subList(1, 151)) {
            assertThatThrownBy(answer::get).hasRootCauseMessage("away");
        }
        assertThat(committed).extracting(List::size).containsExactly(1, 100);
        assertThat(groups.commit(4)).isEqualTo(8);
    }

    @Test
    void an_interrupt_does_not_tear_anybody_out_of_a_group() throws Exception {
        var groups = new GroupCommit<Integer, Integer>(this::slowAtFirst);
        threads.submit(() -> groups.commit(0));
        begun.await();
        var told = new ArrayList<String>();
        Thread second = Thread.ofVirtual().start(() -> {
            int answer = groups.commit(1);
            told.add(answer + " " + Thread.currentThread().isInterrupted());
        });
        untilWaiting(second);
        second.interrupt();
        goOn.countDown();
        second.join();

        assertThat(told).containsExactly("2 true");
    }

    /// Lets the first begin, then so many more come, and goes on.
    private List<Future<Integer>> firstAndThen(GroupCommit<Integer, Integer> groups, int more) throws Exception {
        var answers = new ArrayList<Future<Integer>>();
        answers.add(threads.submit(() -> groups.commit(0)));
        begun.await();
        for (int i : IntStream.rangeClosed(1, more).toArray()) {
            var thread = new Thread[1];
            var started = new CountDownLatch(1);
            answers.add(threads.submit(() -> {
                thread[0] = Thread.currentThread();
                started.countDown();
                return groups.commit(i);
            }));
            started.await();
            untilWaiting(thread[0]);
        }
        goOn.countDown();
        return answers;
    }

    private static void untilWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private List<Outcome<Integer>> slowAtFirst(List<Integer> items) {
        committed.add(items);
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return doubled(items);
    }

    private static List<Outcome<Integer>> doubled(List<Integer> items) {
        return items.stream()
                .<Outcome<Integer>>map(item -> new Outcome.Done<>(2 * item))
                .toList();
    }
}
