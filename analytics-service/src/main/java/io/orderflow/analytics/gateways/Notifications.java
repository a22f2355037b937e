package io.orderflow.analytics.gateways;

import io.orderflow.analytics.gateways.Rows.Column;
import io.orderflow.events.Fact;
import io.orderflow.events.NotificationFailed;
import io.orderflow.events.NotificationSent;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// All messages to customers, one row each, with what became of them.
@Repository
public class Notifications {
    private static final String FOLD = """
            insert into notification as known (notification_id, order_id, template, sent_at, failed_at, first_at)
            select *, least(sent_at, failed_at)
              from unnest(?, ?, ?, ?, ?) as told (notification_id, order_id, template, sent_at, failed_at)
            on conflict (notification_id) do update set
              sent_at   = least(known.sent_at, excluded.sent_at),
              failed_at = least(known.failed_at, excluded.failed_at),
              first_at  = least(known.first_at, excluded.first_at)""";

    private final JdbcTemplate jdbc;

    Notifications(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes note of facts; those that are about no message are passed over.
    public void fold(List<Fact> facts) {
        var byId = new TreeMap<UUID, Fate>();
        for (Fact fact : facts) {
            if (fact instanceof NotificationSent sent) {
                Instant at = sent.occurredAt();
                byId.merge(
                        sent.notificationId(),
                        new Fate(sent.notificationId(), sent.orderId(), sent.template(), at, null),
                        Fate::with);
            } else if (fact instanceof NotificationFailed failed) {
                Instant at = failed.occurredAt();
                byId.merge(
                        failed.notificationId(),
                        new Fate(failed.notificationId(), failed.orderId(), failed.template(), null, at),
                        Fate::with);
            }
        }
        Rows.write(
                jdbc,
                FOLD,
                byId.values(),
                List.of(
                        new Column<>("uuid", Fate::notificationId),
                        new Column<>("uuid", Fate::orderId),
                        new Column<>("text", Fate::template),
                        new Column<>("timestamptz", Fate::sentAt),
                        new Column<>("timestamptz", Fate::failedAt)));
    }

    /// What some facts tell of one message.
    private record Fate(
            UUID notificationId,
            UUID orderId,
            String template,
            @Nullable Instant sentAt,
            @Nullable Instant failedAt) {
        Fate with(Fate other) {
            return new Fate(
                    notificationId,
                    orderId,
                    template,
                    earlier(sentAt, other.sentAt),
                    earlier(failedAt, other.failedAt));
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return other.isBefore(one) ? other : one;
        }
    }
}
