package io.orderflow.messaging.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void each_database_is_empty_and_its_owner_s_alone() {
        var one = TestDatabase.newDatabase();
        var other = TestDatabase.newDatabase();

        one.execute("create table parcel (id int primary key)");
        other.execute("create table parcel (id int primary key)");

        assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
        assertThatIllegalStateException()
                .isThrownBy(() -> one.execute("create database other"))
                .withMessageContaining("permission denied");
    }
}
