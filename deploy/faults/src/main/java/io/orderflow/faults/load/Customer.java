package io.orderflow.faults.load;

import io.orderflow.faults.running.Http;
import io.orderflow.faults.running.Http.Answer;
import io.orderflow.faults.running.Orderflow;
import io.orderflow.faults.running.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// A customer with good manners: whatever goes wrong, the same request goes to the other instance under the
/// same key, until it is answered.
final class Customer {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long SHORTEST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 10_000;
    private static final int CONFLICT = 409;
    private static final int ACCEPTED = 202;

    private final Orderflow system;
    private final Tally tally;
    private final Latency latency;
    private final Consumer<String> complaints;
    private final IntUnaryOperator route;
    private final Http http = new Http(PATIENCE);

    /// @param complaints takes what should never be answered, a sentence each
    /// @param route      which instance is asked instead of the one that is wished
    Customer(Orderflow system, Tally tally, Latency latency, Consumer<String> complaints, IntUnaryOperator route) {
        this.system = system;
        this.tally = tally;
        this.latency = latency;
        this.complaints = complaints;
        this.route = route;
    }

    /// Orders, and does not give up.
    ///
    /// @param key   the idempotency key, which is this wish's alone
    /// @param first at which instance to ask first
    Accepted place(String key, Wish wish, int first) throws InterruptedException {
        tally.asked.increment();
        for (int attempt = 0; ; attempt++) {
            Instant sent = Instant.now();
            Answer answer = post("/orders", first + attempt, wish.request(), Map.of("Idempotency-Key", key));
            if (answer.status() == ACCEPTED) {
                return accepted(key, wish, answer, attempt, sent, first);
            }
            again("POST /orders", key, answer, attempt);
        }
    }

    /// Wants an accepted order cancelled; a refusal is an answer.
    void cancel(Accepted order, int first) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            Answer answer = post(
                    "/orders/" + order.orderId() + "/cancellation",
                    first + attempt,
                    null,
                    Map.of("Order-Token", order.token()));
            if (answer.isFine() || answer.status() == CONFLICT) {
                return;
            }
            again("the cancellation of", order.orderId().toString(), answer, attempt);
        }
    }

    private Accepted accepted(String key, Wish wish, Answer answer, int attempt, Instant sent, int first)
            throws InterruptedException {
        UUID orderId = UUID.fromString(answer.body().path("orderId").asString());
        if (attempt > 0) {
            if (madeAt(orderId).isBefore(sent)) {
                tally.remembered.increment();
            }
            expectTheSame(key, wish, orderId, first);
        }
        return new Accepted(key, orderId, answer.body().path("accessToken").asString(), wish.lines());
    }

    /// The same request once more has the same answer.
    private void expectTheSame(String key, Wish wish, UUID orderId, int first) throws InterruptedException {
        Answer again = post("/orders", first, wish.request(), Map.of("Idempotency-Key", key));
        if (again.status() == ACCEPTED
                && !again.body().path("orderId").asString().equals(orderId.toString())) {
            complaints.accept("one key, two orders: " + orderId + " and "
                    + again.body().path("orderId").asString());
        }
    }

    private Answer post(String path, int instance, @Nullable Object body, Map<String, String> headers)
            throws InterruptedException {
        List<String> urls = system.urls(Service.ORDER);
        long began = System.nanoTime();
        Answer answer = http.send(
                "POST", urls.get(Math.floorMod(route.applyAsInt(instance), urls.size())) + path, body, headers);
        latency.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
        return answer;
    }

    private void again(String what, String whose, Answer answer, int attempt) throws InterruptedException {
        tally.retried.increment();
        if (answer.status() == 503) {
            tally.refused.increment();
        } else if (answer.status() >= 400 && answer.status() < 500 && answer.status() != CONFLICT) {
            complaints.accept(what + " " + whose + " was answered with " + answer.told());
        }
        Thread.sleep(pause(answer.retryAfter(), attempt));
    }

    /// As long as the answer asks for; else longer and longer, and never at the same time as everybody
    /// else.
    private static long pause(String retryAfter, int attempt) {
        if (retryAfter.matches("[0-9]{1,3}")) {
            return Long.parseLong(retryAfter) * 1_000
                    + ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE);
        }
        long most = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE << Math.min(attempt, 10));
        return ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    }

    /// When an id of version 7 was made, to the millisecond.
    static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
