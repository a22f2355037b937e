package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What a service's two database roles can do, and what they cannot.
@ExtendWith(Orderflow.Running.class)
class DatabaseRolesTest {
    static final List<String> SERVICES = Choreography.SERVICES;

    /// `insufficient_privilege` (PostgreSQL, Appendix A "Error Codes").
    private static final String NOT_ALLOWED = "42501";

    private static final List<String> NOT_FOR_THE_RUNTIME_ROLE = List.of(
            "create table intruder (id int)",
            "create temporary table intruder (id int)",
            "create table intruder as select 1",
            "create view intruder as select 1",
            "create sequence intruder",
            "create type intruder as enum ('a')",
            "create schema intruder",
            "create extension intarray",
            "create function intruder() returns int language sql as 'select 1'",
            "create or replace function keep_partitions(a int, b int) returns void language sql as 'select null'",
            "create index intruder on inbox (event_id)",
            "create trigger intruder before insert on outbox for each row execute function "
                    + "suppress_redundant_updates_trigger()",
            "create rule intruder as on insert to outbox do instead nothing",
            "create database intruder",
            "create role intruder",
            "alter table outbox add column intruder int",
            "alter table outbox disable trigger all",
            "alter function keep_partitions(int, int) reset search_path",
            "alter function keep_partitions(int, int) security invoker",
            "alter schema public rename to intruder",
            "alter system set log_statement = 'all'",
            "drop table inbox",
            "drop function keep_partitions(int, int)",
            "drop schema public cascade",
            "truncate outbox",
            "truncate inbox",
            "comment on table outbox is 'intruder'",
            "select rolpassword from pg_authid",
            "select passwd from pg_shadow",
            "select pg_read_file('/etc/passwd')",
            "select lo_import('/etc/passwd')",
            "copy (select 1) to program 'true'",
            "copy inbox from '/etc/passwd'",
            "set session authorization postgres",
            "set role postgres",
            "insert into flyway_schema_history select * from flyway_schema_history",
            "update flyway_schema_history set success = false",
            "delete from flyway_schema_history");

    private static Shop shop;
    private static Properties secrets;

    @BeforeAll
    static void enter(Orderflow orderflow) throws Exception {
        shop = orderflow.shop();
        secrets = new Properties();
        try (var in = Files.newBufferedReader(orderflow.checkout().state().resolve("secrets"))) {
            secrets.load(in);
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_runtime_role_changes_no_schema_and_reads_no_secrets(String service) throws Exception {
        var forbidden = new ArrayList<>(NOT_FOR_THE_RUNTIME_ROLE);
        for (String other : SERVICES) {
            forbidden.add("set role " + other + "_owner");
            forbidden.add("alter role " + other + "_owner password 'x'");
            forbidden.add("alter database orderflow_" + other + " set search_path = pg_temp");
            if (!other.equals(service)) {
                forbidden.add("set role \"" + other + "\"");
                forbidden.add("alter role \"" + other + "\" password 'x'");
            }
        }
        forbidden.add("alter role \"" + service + "\" superuser");
        forbidden.add("alter role \"" + service + "\" createrole");
        forbidden.add("alter role \"" + service + "\" bypassrls");
        try (Connection connection = runtime(service)) {
            for (String sql : forbidden) {
                assertThat(state(connection, sql)).as("%s: %s", service, sql).isEqualTo(NOT_ALLOWED);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void neither_role_reaches_anothers_database_and_neither_has_a_privilege(String service) throws Exception {
        for (String database : databasesOtherThan(service)) {
            assertThat(refusal(runtimeUrl(service, database)))
                    .as("%s at %s", service, database)
                    .isEqualTo(NOT_ALLOWED);
            assertThat(refusal(ownerUrl(service, database)))
                    .as("the owner of %s at %s", service, database)
                    .isEqualTo(NOT_ALLOWED);
        }
        String privileges = "select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls "
                + "or exists (select from pg_auth_members m where m.member = r.oid) "
                + "from pg_roles r where rolname = current_user";
        try (Connection runtime = runtime(service);
                Connection owner = DriverManager.getConnection(ownerUrl(service, "orderflow_" + service))) {
            assertThat(texts(runtime, privileges)).containsExactly("f");
            assertThat(texts(owner, privileges)).containsExactly("f");
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_runtime_role_reads_and_writes_the_rows_of_its_own_tables(String service) throws Exception {
        try (Connection connection = runtime(service)) {
            connection.setAutoCommit(false);
            List<String> tables = texts(
                    connection,
                    "select tablename from pg_tables where schemaname = 'public' "
                            + "and tablename <> 'flyway_schema_history'");
            assertThat(tables).contains("outbox", "inbox").hasSizeGreaterThan(10);
            for (String table : tables) {
                assertThat(texts(connection, """
                                select privilege_type from information_schema.role_table_grants
                                where table_name = '%s' and grantee = current_user order by 1
                                """.formatted(table)))
                        .as(table)
                        .containsExactly("DELETE", "INSERT", "SELECT", "UPDATE");
            }
            assertThat(state(connection, "insert into inbox values (gen_random_uuid())"))
                    .isEqualTo("00000");
            assertThat(state(connection, "update outbox set attempts = attempts where false"))
                    .isEqualTo("00000");
            connection.rollback();
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void what_runs_as_the_owner_does_nothing_but_its_task(String service) throws Exception {
        String partitions =
                "select child.relname from pg_inherits join pg_class child on child.oid = inhrelid order by 1";
        try (Connection connection = runtime(service)) {
            assertThat(texts(connection, """
                            select proname from pg_proc join pg_namespace n on n.oid = pronamespace
                            where prosecdef and nspname not in ('pg_catalog', 'information_schema')
                            """))
                    .as("functions that run as the owner")
                    .containsExactly("keep_partitions");
            assertThat(texts(connection, "select proconfig::text from pg_proc where proname = 'keep_partitions'"))
                    .containsExactly("{\"search_path=public, pg_temp\"}");
            List<String> before = texts(connection, partitions);
            for (String arguments : List.of(
                    "0, 0",
                    "-1, 14",
                    "7, -1",
                    "-36500, -36500",
                    "-2147483648, -2147483648",
                    "2147483647, 2147483647",
                    "null, null")) {
                state(connection, "select keep_partitions(" + arguments + ")");
                assertThat(texts(connection, partitions)).as(arguments).containsAll(before);
            }
        }
    }

    private static Connection runtime(String service) throws SQLException {
        return DriverManager.getConnection(runtimeUrl(service, "orderflow_" + service));
    }

    private static String runtimeUrl(String service, String database) {
        return shop.value(service.toUpperCase(Locale.ROOT) + "_JDBC_URL")
                .replace("orderflow_" + service + "?", database + "?");
    }

    private static String ownerUrl(String service, String database) {
        String url = runtimeUrl(service, database);
        return url.substring(0, url.indexOf('?')) + "?user=" + service + "_owner&password="
                + secrets.getProperty(service + ".owner");
    }

    private static List<String> databasesOtherThan(String service) {
        var databases = new ArrayList<>(List.of("postgres", "template1"));
        SERVICES.stream().filter(other -> !other.equals(service)).forEach(other -> databases.add("orderflow_" + other));
        return databases;
    }

    private static String refusal(String url) {
        SQLException refused = catchThrowableOfType(
                SQLException.class, () -> DriverManager.getConnection(url).close());
        return refused == null ? "00000" : String.valueOf(refused.getSQLState());
    }

    /// The SQLSTATE that a statement ends with; five zeros for success.
    private static String state(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return "00000";
        } catch (SQLException refused) {
            return String.valueOf(refused.getSQLState());
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
