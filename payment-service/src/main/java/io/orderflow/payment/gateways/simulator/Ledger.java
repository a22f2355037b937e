package io.orderflow.payment.gateways.simulator;

import io.orderflow.events.Money;
import io.orderflow.payment.domain.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    Optional<LedgerEntry> find(UUID key) {
        return jdbc.sql("select * from provider.entry where idempotency_key = ?")
                .param(key)
                .query(Ledger::entry)
                .optional();
    }

    int requests(UUID key) {
        return jdbc.sql("select count(*) from provider.request where idempotency_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
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

    void note(Operation operation, String kind, String answer) {
        jdbc.sql("""
                insert into provider.request (idempotency_key, order_id, kind, currency, amount, answer)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        operation.key(),
                        operation.orderId(),
                        kind,
                        operation.amount().currency(),
                        operation.amount().amount(),
                        answer)
                .update();
    }

    /// Writes an entry, unless its key has one.
    ///
    /// @param card the card that it is about
    /// @return the entry that stands
    LedgerEntry book(LedgerEntry entry, @Nullable TestCard card) {
        int written = jdbc.sql("""
                insert into provider.entry (idempotency_key, order_id, kind, currency, amount, reference, reason, card)
                values (:key, :orderId, :kind, :currency, :amount, :reference, :reason, :card)
                on conflict (idempotency_key) do nothing""")
                .param("key", entry.key())
                .param("orderId", entry.orderId())
                .param("kind", entry.kind().name())
                .param("currency", entry.amount().currency())
                .param("amount", entry.amount().amount())
                .param("reference", entry.reference())
                .param("reason", entry.reason())
                .param("card", card == null ? null : card.token())
                .update();
        return written == 1 ? entry : find(entry.key()).orElseThrow();
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
