package io.orderflow.analytics.gateways;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// What the facts that were heard amount to, as their owners count it.
@Repository
public class OwnFigures {
    static final String ORDERS = """
            select 'orders ' || status as figure, count(*) as value
              from saga where placed_at is not null and order_id < :until group by status
            union all
            select 'total ' || currency || ' ' || status, sum(total)
              from saga where placed_at is not null and order_id < :until group by currency, status""";

    static final String PAYMENTS = """
            select 'payments ' || case
                     when refunded_at is not null then 'REFUNDED'
                     when refund_failed_at is not null then 'REFUND_FAILED'
                     when paid_at is not null then 'CAPTURED'
                     when payment_failed_at is not null then 'DECLINED'
                     else 'VOIDED' end as figure, count(*) as value
              from saga
             where order_id < :until
               and coalesce(refunded_at, refund_failed_at, paid_at, payment_failed_at, voided_at) is not null
             group by 1
            union all
            select 'captured ' || currency, sum(captured)
              from saga where order_id < :until and captured is not null group by currency
            union all
            select 'refunded ' || currency, sum(coalesce(refunded, 0))
              from saga where order_id < :until and captured is not null group by currency""";

    /// The provider's books are asked for as a whole.
    static final String LEDGER = """
            select 'captured ' || currency as figure, sum(captured) as value
              from saga where captured is not null group by currency
            union all
            select 'refunded ' || currency, sum(coalesce(refunded, 0))
              from saga where captured is not null group by currency""";

    static final String STOCK = """
            select 'orders ' || case
                     when deduction_failed_at is not null then 'REFUSED'
                     when released_at is not null then 'RELEASED'
                     else 'DEDUCTED' end as figure, count(*) as value
              from saga
             where order_id < :until and coalesce(deduction_failed_at, released_at, deducted_at) is not null
             group by 1
            union all
            select sku || ' listed', sum(quantity) from stock_movement where kind = 'listed' group by sku
            union all
            select sku || ' replenished', sum(quantity) from stock_movement where kind = 'replenished' group by sku
            union all
            select sku || ' held', sum(case kind when 'deducted' then quantity else - quantity end)
              from stock_movement where kind in ('deducted', 'released') group by sku
            union all
            select sku || ' onHand', sum(case kind when 'deducted' then - quantity else quantity end)
              from stock_movement group by sku""";

    static final String SHIPMENTS = """
            select 'shipments ' || case
                     when delivered_at is not null then 'DELIVERED'
                     when shipped_at is not null then 'SHIPPED'
                     when shipping_failed_at is not null then 'FAILED'
                     else 'CANCELLED' end as figure, count(*) as value
              from saga
             where order_id < :until
               and coalesce(delivered_at, shipped_at, shipping_failed_at, shipping_cancelled_at) is not null
             group by 1""";

    static final String LETTERS = """
            select template || ' sent' as figure, count(sent_at) as value
              from notification where order_id < :until group by template
            union all
            select template || ' failed', count(*) filter (where sent_at is null)
              from notification where order_id < :until group by template""";

    private final JdbcClient jdbc;
    private final StockBook stock;

    OwnFigures(JdbcClient jdbc, StockBook stock) {
        this.jdbc = jdbc;
        this.stock = stock;
    }

    /// Counts what an owner counts too.
    ///
    /// @param until only orders whose ids were made before
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Figures of(Owner owner, Instant until) {
        if (owner == Owner.INVENTORY) {
            stock.takeIn(stock.heardUntil());
        }
        var figures = new Figures();
        jdbc.sql(owner.statement()).param("until", floor(until)).query(row -> {
            figures.add(row.getString("figure"), row.getBigDecimal("value"));
        });
        return figures;
    }

    /// The least id that can be made at an instant: ids begin with their milliseconds.
    private static UUID floor(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16, 0);
    }
}
