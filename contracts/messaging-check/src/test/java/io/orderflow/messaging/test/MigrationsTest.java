package io.orderflow.messaging.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table orders drop column reason",
                "DROP TABLE orders;",
                "alter table orders\n  add column more text,\n  drop constraint known",
                "alter table orders rename column reason to failure",
                "alter table orders alter column reason set not null",
                "alter table orders alter column total type bigint",
                "alter table orders alter total set data type bigint",
                "alter table orders add column more text, add column owed int not null"
            })
    void what_the_version_before_knows_stays(String sql) {
        assertThat(Migrations.faults(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table more (id bigint not null primary key, type text not null)",
                "alter table orders add column more text, add column owed int not null default 0",
                "create index orders_by_more on orders (more) where more is not null",
                "drop index orders_by_more",
                "alter table orders alter column reason drop not null",
                "-- nothing that drops a column\nselect 1",
                "create function tidy() returns void language sql as $$ drop table old $$"
            })
    void whatever_is_added_may_be_there(String sql) {
        assertThat(Migrations.faults(sql)).isEmpty();
    }

    @Test
    void the_starters_own_only_expand() {
        assertThat(Migrations.faults()).isEmpty();
    }
}
