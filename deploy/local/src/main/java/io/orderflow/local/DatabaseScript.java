package io.orderflow.local;

import java.util.List;

/// The SQL that gives a service its database: one role that owns it and migrates its schema, one that only reads and
/// writes rows. Every statement can be said again.
///
/// @param service whose database
record DatabaseScript(Service service) {
    /// For the whole server: no one connects anywhere without being told to.
    static List<String> server() {
        return List.of("revoke all on database postgres from public", "revoke all on database template1 from public");
    }

    /// Makes the roles.
    ///
    /// @param role     one of the two
    /// @param password letters and digits only
    static List<String> role(String role, String password) {
        return List.of(
                ("do $$ begin if not exists (select from pg_roles where rolname = '%s') "
                                + "then create role \"%s\"; end if; end $$")
                        .formatted(role, role),
                "alter role \"%s\" login password '%s'".formatted(role, password));
    }

    String databaseIsThere() {
        return "select exists (select from pg_database where datname = '%s')".formatted(service.database());
    }

    String createDatabase() {
        return "create database %s owner %s".formatted(service.database(), service.owner());
    }

    List<String> connecting() {
        return List.of(
                "revoke all on database %s from public".formatted(service.database()),
                "grant connect on database %s to \"%s\"".formatted(service.database(), service.id()));
    }

    /// Said inside the service's database.
    List<String> inside() {
        String reader = service.id();
        String byDefault = "alter default privileges for role " + service.owner() + " grant ";
        return List.of(
                "alter schema public owner to " + service.owner(),
                "revoke all on schema public from public",
                "grant usage on schema public to \"%s\"".formatted(reader),
                byDefault + "select, insert, update, delete on tables to \"%s\"".formatted(reader),
                byDefault + "usage, select on sequences to \"%s\"".formatted(reader),
                byDefault + "execute on functions to \"%s\"".formatted(reader),
                byDefault + "usage on schemas to \"%s\"".formatted(reader));
    }
}
