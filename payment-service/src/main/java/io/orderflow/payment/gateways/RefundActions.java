package io.orderflow.payment.gateways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All that people did about refunds that failed, in PostgreSQL. Nothing of it is ever changed.
@Repository
public class RefundActions {
    private final JdbcClient jdbc;

    RefundActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps what was done, in the caller's transaction.
    public void add(RefundAction action) {
        jdbc.sql("""
                insert into refund_action (order_id, what, who, done_at, reference, found_reference, note)
                values (:orderId, :what, :who, :at, :reference, :foundReference, :note)""")
                .param("orderId", action.orderId())
                .param("what", action.what().name())
                .param("who", action.who())
                .param("at", Timestamp.from(action.at()))
                .param("reference", action.reference())
                .param("foundReference", action.foundReference())
                .param("note", action.note())
                .update();
    }

    /// What was done about an order's refund, in the order of doing.
    public List<RefundAction> of(UUID orderId) {
        return jdbc.sql("select * from refund_action where order_id = ? order by id")
                .param(orderId)
                .query(RefundActions::read)
                .list();
    }

    /// The settlement of an order's refund, if it was settled with this reference.
    public Optional<RefundAction> settlement(UUID orderId, String reference) {
        return of(orderId).stream()
                .filter(action -> reference.equals(action.reference()))
                .findAny();
    }

    /// How much people gave back in ways of which the provider's books know nothing, by currency.
    public List<Settled> settledElsewhere() {
        return jdbc.sql("""
                select currency, sum(amount)::text as amount
                from refund_action join payment using (order_id)
                where what = 'SETTLEMENT' and found_reference is null
                group by currency order by currency""")
                .query((row, number) -> new Settled(row.getString("currency"), row.getString("amount")))
                .list();
    }

    /// What was given back in one currency, as a decimal string.
    public record Settled(String currency, String amount) {}

    private static RefundAction read(ResultSet row, int number) throws SQLException {
        return new RefundAction(
                row.getObject("order_id", UUID.class),
                RefundAction.What.valueOf(row.getString("what")),
                row.getString("who"),
                row.getTimestamp("done_at").toInstant(),
                row.getString("reference"),
                row.getString("found_reference"),
                row.getString("note"));
    }
}
