package io.orderflow.analytics.gateways;

import io.orderflow.analytics.domain.Finding;
import io.orderflow.events.DiscrepancyFound;
import io.orderflow.events.DiscrepancyResolved;
import io.orderflow.messaging.Events;
import io.orderflow.messaging.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// All discrepancies. What is found is said to the other services when it opens and when it is resolved, once each,
/// with the transaction that judged.
@Repository
public class Discrepancies {
    private final JdbcClient jdbc;
    private final Events events;
    private final Alarm alarm;

    Discrepancies(JdbcClient jdbc, Events events, Alarm alarm) {
        this.jdbc = jdbc;
        this.events = events;
        this.alarm = alarm;
    }

    /// Takes note of a judgement: opens what was found and is not open, and resolves what is open and was not found.
    ///
    /// @param about    what was judged
    /// @param rules    the names of the rules by which it was judged
    /// @param findings all that was found by them, at most one per rule
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(String about, Collection<String> rules, List<Finding> findings, Instant now) {
        Map<String, Finding> found = findings.stream().collect(Collectors.toMap(Finding::rule, Function.identity()));
        for (Discrepancy open : openAbout(about, rules)) {
            Finding still = found.remove(open.rule());
            if (still == null) {
                resolve(open, now);
            } else if (!still.detail().equals(open.detail())) {
                jdbc.sql("update discrepancy set detail = :detail where id = :id")
                        .param("detail", still.detail())
                        .param("id", open.id())
                        .update();
            }
        }
        found.values().forEach(finding -> open(about, finding, now));
    }

    private List<Discrepancy> openAbout(String about, Collection<String> rules) {
        return jdbc.sql("""
                        select * from discrepancy
                         where about = :about and rule in (:rules) and resolved_at is null
                         order by id for update""")
                .param("about", about)
                .param("rules", rules)
                .query(Discrepancy::read)
                .list();
    }

    private void open(String about, Finding finding, Instant now) {
        UUID id = Ids.next();
        int opened = jdbc.sql("""
                        insert into discrepancy (id, rule, about, detail, found_at)
                        values (:id, :rule, :about, :detail, :now)
                        on conflict (about, rule) where resolved_at is null do nothing""")
                .param("id", id)
                .param("rule", finding.rule())
                .param("about", about)
                .param("detail", finding.detail())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (opened == 1) {
            events.say(new DiscrepancyFound(id, now, finding.rule(), about, finding.detail()));
            alarm.found(about, finding);
        }
    }

    private void resolve(Discrepancy open, Instant now) {
        jdbc.sql("update discrepancy set resolved_at = :now where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", open.id())
                .update();
        events.say(new DiscrepancyResolved(open.id(), now, open.rule(), open.about()));
        alarm.resolved(open);
    }

    /// True if something about this is open.
    public boolean anyOpen(String about) {
        return jdbc.sql("select exists (select from discrepancy where about = :about and resolved_at is null)")
                .param("about", about)
                .query(Boolean.class)
                .single();
    }

    /// What is open by one rule: what each is about.
    public List<String> openBy(String rule) {
        return jdbc.sql("select about from discrepancy where rule = :rule and resolved_at is null order by about")
                .param("rule", rule)
                .query(String.class)
                .list();
    }

    /// How many are open, by rule; rules by which none is are not there.
    public Map<String, Long> open() {
        return jdbc
                .sql("select rule, count(*) as open from discrepancy where resolved_at is null group by rule")
                .query((row, _) -> Map.entry(row.getString("rule"), row.getLong("open")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The newest discrepancies.
    ///
    /// @param open  true for those that are open, false for those that are resolved; null for all
    /// @param after only those older than this one; null to begin with the newest
    public List<Discrepancy> newest(@Nullable Boolean open, @Nullable UUID after, int limit) {
        var query = new StringBuilder("select * from discrepancy where true");
        if (open != null) {
            query.append(open ? " and resolved_at is null" : " and resolved_at is not null");
        }
        if (after != null) {
            query.append(" and id < :after");
        }
        query.append(" order by id desc limit :limit");
        return jdbc.sql(query.toString())
                .param("after", after)
                .param("limit", limit)
                .query(Discrepancy::read)
                .list();
    }
}
