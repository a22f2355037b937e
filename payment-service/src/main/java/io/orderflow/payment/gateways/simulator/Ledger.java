package io.orderflow.payment.gateways.simulator;

import io.orderflow.events.Money;
import io.orderflow.payment.domain.Operation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The simulated provider's own books, in the schema `provider`: every request that reached it, and what it
/// decided. They are unique by idempotency key and by nothing else, so that a second charge of an order under
/// another key would stand there for all to see.
@Repository
public class Ledger {
    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was decided for an order, in the order of deciding.
    public List<LedgerEntry> entriesOf(UUID orderId) {
        return jdbc.sql("select * from provider.entry where order_id = ? order by made_at, idempotency_key")
                .param(orderId)
                .query(Ledger::entry)
                .list();
    }

    /// Every request that was made for an order, in the order of arrival.
    public List<LedgerRequest> requestsOf(UUID orderId) {
        return jdbc.sql("select * from provider.request where order_id = ? order by id")
                .param(orderId)
                .query(LedgerRequest::read)
                .list();
    }

    /// The books in a few numbers.
    public LedgerSummary summary() {
        return LedgerSummary.of(jdbc);
    }

    /// What stands under these keys; nothing for a key that is not decided.
    Map<UUID, LedgerEntry> find(Collection<UUID> keys) {
        var found = new HashMap<UUID, LedgerEntry>();
        if (!keys.isEmpty()) {
            jdbc.sql("select * from provider.entry where idempotency_key = any(?)")
                    .param(keys.toArray(UUID[]::new))
                    .query(Ledger::entry)
                    .list()
                    .forEach(entry -> found.put(entry.key(), entry));
        }
        return found;
    }

    /// How many requests there were with these keys; nothing for a key without any.
    Map<UUID, Integer> requests(Collection<UUID> keys) {
        var counts = new HashMap<UUID, Integer>();
        if (!keys.isEmpty()) {
            jdbc.sql("""
                    select idempotency_key, count(*) from provider.request where idempotency_key = any(?)
                     group by idempotency_key""").param(keys.toArray(UUID[]::new)).query(row -> {
                counts.put(row.getObject(1, UUID.class), row.getInt(2));
            });
        }
        return counts;
    }

    /// The test card from which a charge was captured; empty when there is no such charge.
    Optional<TestCard> cardOf(UUID orderId, String chargeReference) {
        return jdbc.sql("select card from provider.entry where order_id = ? and reference = ? and card is not null")
                .params(orderId, chargeReference)
                .query(String.class)
                .optional()
                .flatMap(TestCard::of);
    }

    /// Whether a refund of an order was refused before.
    boolean refusedBefore(UUID orderId) {
        return entriesOf(orderId).stream().anyMatch(entry -> entry.kind() == LedgerEntry.Kind.REFUND_REFUSED);
    }

    /// Notes requests and what was answered to each.
    void note(List<? extends Operation> requests, List<String> answers) {
        jdbc.sql("""
                insert into provider.request (idempotency_key, order_id, kind, currency, amount, answer)
                select * from unnest(?, ?, ?, ?, ?, ?)""")
                .params(
                        column(requests, UUID[]::new, Operation::key),
                        column(requests, UUID[]::new, Operation::orderId),
                        column(requests, String[]::new, Ledger::kind),
                        column(
                                requests,
                                String[]::new,
                                request -> request.amount().currency()),
                        column(
                                requests,
                                BigDecimal[]::new,
                                request -> request.amount().amount()),
                        answers.toArray(String[]::new))
                .update();
    }

    private static String kind(Operation operation) {
        return switch (operation) {
            case Operation.Charge _ -> "charge";
            case Operation.Refund _ -> "refund";
        };
    }

    /// An entry that is to be made.
    ///
    /// @param card the card that it is about
    record Draft(LedgerEntry entry, @Nullable TestCard card) {}

    /// Writes entries, except under keys that have one.
    ///
    /// @return the entries that stand, by key
    Map<UUID, LedgerEntry> book(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Map.of();
        }
        List<LedgerEntry> entries = drafts.stream().map(Draft::entry).toList();
        int written = jdbc.sql("""
                insert into provider.entry (idempotency_key, order_id, kind, currency, amount, reference, reason, card)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) as drafts (key) order by key
                on conflict (idempotency_key) do nothing""")
                .params(
                        column(entries, UUID[]::new, LedgerEntry::key),
                        column(entries, UUID[]::new, LedgerEntry::orderId),
                        column(entries, String[]::new, entry -> entry.kind().name()),
                        column(entries, String[]::new, entry -> entry.amount().currency()),
                        column(
                                entries,
                                BigDecimal[]::new,
                                entry -> entry.amount().amount()),
                        column(entries, String[]::new, LedgerEntry::reference),
                        column(entries, String[]::new, LedgerEntry::reason),
                        column(
                                drafts,
                                String[]::new,
                                draft -> draft.card() == null
                                        ? null
                                        : draft.card().token()))
                .update();
        if (written < drafts.size()) {
            return find(entries.stream().map(LedgerEntry::key).toList());
        }
        return entries.stream().collect(Collectors.toMap(LedgerEntry::key, Function.identity()));
    }

    private static <E, V extends @Nullable Object> V[] column(
            List<? extends E> rows, IntFunction<V[]> array, Function<E, V> value) {
        return rows.stream().<V>map(value).toArray(array);
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getObject("idempotency_key", UUID.class),
                row.getObject("order_id", UUID.class),
                LedgerEntry.Kind.valueOf(row.getString("kind")),
                new Money(row.getString("currency"), row.getBigDecimal("amount")),
                row.getString("reference"),
                row.getString("reason"));
    }
}
