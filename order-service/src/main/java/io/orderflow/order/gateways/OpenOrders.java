package io.orderflow.order.gateways;

import io.orderflow.order.domain.Happenings;
import io.orderflow.order.domain.HappeningsAsText;
import io.orderflow.order.domain.Obligation;
import io.orderflow.order.domain.Patience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The orders that are open: accepted, and neither shipped nor at an end. They are the ones with an alarm, so its index
/// finds them.
@Repository
public class OpenOrders {
    private final JdbcClient jdbc;
    private final Patience patience;
    private final HappeningsAsText letters = new HappeningsAsText();

    OpenOrders(JdbcClient jdbc, Patience patience) {
        this.jdbc = jdbc;
        this.patience = patience;
    }

    /// The open orders in figures.
    ///
    /// @param open  how many there are
    /// @param stuck how many of them are past their deadline, or were said again as often as is set
    /// @param owing how many owe each obligation
    record Figures(long open, long stuck, Map<Obligation, Long> owing) {
        long owing(Obligation obligation) {
            return owing.getOrDefault(obligation, 0L);
        }
    }

    private record Group(Happenings happened, long open, long stuck) {}

    /// How many there are.
    public long count() {
        return jdbc.sql("select count(*) from orders where due_at is not null")
                .query(Long.class)
                .single();
    }

    Figures figures() {
        List<Group> groups = jdbc.sql("""
                        select happened, count(*), count(*) filter (where redrives >= :redrives or deadline_at <= now())
                          from orders where due_at is not null group by happened""")
                .param("redrives", patience.redrives().size())
                .query(this::group)
                .list();
        var owing = new EnumMap<Obligation, Long>(Obligation.class);
        for (Group group : groups) {
            for (Obligation obligation : group.happened().owed()) {
                owing.merge(obligation, group.open(), Long::sum);
            }
        }
        return new Figures(
                groups.stream().mapToLong(Group::open).sum(),
                groups.stream().mapToLong(Group::stuck).sum(),
                owing);
    }

    private Group group(ResultSet row, int number) throws SQLException {
        return new Group(letters.convertToEntityAttribute(row.getString(1)), row.getLong(2), row.getLong(3));
    }
}
