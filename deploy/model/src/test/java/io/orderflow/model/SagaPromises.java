package io.orderflow.model;

import io.orderflow.analytics.domain.Finding;
import io.orderflow.analytics.domain.OrderAudit;
import io.orderflow.events.AboutOrder;
import io.orderflow.model.Views.Money;
import io.orderflow.model.Views.Standing;
import io.orderflow.model.Views.Stock;
import io.orderflow.model.Views.Words;
import io.orderflow.order.domain.OrderStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What must hold of orders, money, stock and parcels.
final class SagaPromises implements Promises {
    private final Space space;
    private final List<UUID> orders;
    private final Views views;
    private final Map<Set<AboutOrder>, OrderStatus> ends = new HashMap<>();
    private final Set<Set<AboutOrder>> stories = new HashSet<>();

    SagaPromises(World world, Space space) {
        this.space = space;
        this.orders = space.names().orders();
        this.views = new Views(world, space);
    }

    @Override
    public Optional<String> brokenIn(int[] state, boolean quiet) {
        Stock shelf = views.stock(state);
        if (shelf.onHand() < 0 || shelf.onHand() + LongStream.of(shelf.held()).sum() != space.pieces()) {
            return Optional.of("no piece is sold twice, made or lost");
        }
        for (int i = 0; i < orders.size(); i++) {
            String broken = brokenFor(i, state);
            if (broken == null && quiet) {
                broken = brokenAtTheEnd(i, state);
            }
            if (broken != null) {
                return Optional.of(space.names().of(orders.get(i)) + ": " + broken);
            }
        }
        return Optional.empty();
    }

    private @Nullable String brokenFor(int i, int[] state) {
        Money paid = views.money(state)[i];
        Words said = views.words(state)[i];
        Standing order = views.standings(state)[i];
        long held = views.stock(state).held()[i];
        if (paid.captured() > 1) {
            return "an order is charged at most once";
        }
        if (paid.refunded() > paid.captured()) {
            return "an order is refunded at most once, and only what was captured";
        }
        if (said.lastWords() > 1) {
            return "shipping has one last word";
        }
        if (said.ends() > 1 || said.ends() == 1 && said.shipped()) {
            return "an order has one end";
        }
        boolean paidAndHeld = paid.captured() - paid.refunded() == 1 && held == 1;
        if (views.booked(state)[i] && (!paidAndHeld || said.cancelled())) {
            return "only what is paid, deducted and not cancelled leaves the house";
        }
        boolean nothingOwed = order.owesNothing() && paid.captured() == paid.refunded() && !paid.open() && held == 0;
        if (order.status().isUndone() && !nothingOwed) {
            return "an order is final only when nothing is owed";
        }
        return null;
    }

    private @Nullable String brokenAtTheEnd(int i, int[] state) {
        OrderStatus status = views.standings(state)[i].status();
        boolean shipped = views.booked(state)[i];
        Money paid = views.money(state)[i];
        if (!(status.isEnd()
                || status == OrderStatus.SHIPPED && !space.carriage().delivers())) {
            return "every order ends, but this one is " + status + " for ever";
        }
        if (status.isShipped() != shipped) {
            return "an order is called shipped when it was, and only then";
        }
        if (paid.captured() - paid.refunded() != (shipped ? 1 : 0)) {
            return "what was captured is kept for what was shipped, and for nothing else";
        }
        if (views.stock(state).held()[i] != (shipped ? 1 : 0)) {
            return "what was deducted is gone for what was shipped, and for nothing else";
        }
        return brokenByTheFacts(views.said(state, orders.get(i)), status);
    }

    private @Nullable String brokenByTheFacts(List<AboutOrder> said, OrderStatus status) {
        List<Finding> findings = OrderAudit.findings(said);
        if (!findings.isEmpty()) {
            return "the auditor finds nothing, but it found: "
                    + findings.getFirst().detail();
        }
        stories.add(Set.copyOf(said));
        Set<AboutOrder> withoutEnd =
                said.stream().filter(fact -> !Views.isEnd(fact)).collect(Collectors.toSet());
        OrderStatus before = ends.putIfAbsent(withoutEnd, status);
        return before == null || before == status ? null : "the same facts lead to the same end, not to " + before;
    }

    @Override
    public Optional<String> brokenBetween(int[] before, int[] after) {
        Standing[] then = views.standings(before);
        Standing[] now = views.standings(after);
        for (int i = 0; i < orders.size(); i++) {
            OrderStatus was = then[i].status();
            OrderStatus is = now[i].status();
            if (was.isEnd() && is != was || was.isShipped() && !is.isShipped()) {
                return Optional.of(space.names().of(orders.get(i)) + ": the first end stays");
            }
        }
        return Optional.empty();
    }

    /// What was said of an order, in each way in which it can have gone to its end.
    Set<Set<AboutOrder>> stories() {
        return Set.copyOf(stories);
    }
}
