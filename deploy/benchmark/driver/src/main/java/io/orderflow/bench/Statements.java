package io.orderflow.bench;

import java.util.List;

/// What PostgreSQL was asked, by statement: its extension `pg_stat_statements`, which costs a little itself.
///
/// @param subject whose databases are looked at
record Statements(Subject subject) {
    private static final int MOST = 12;

    private static final String TOTAL = """
            select sum(calls), sum(total_exec_time)
            from pg_stat_statements join pg_database on pg_database.oid = dbid
            where datname = '%s'
            """;

    private static final String TOP = """
            select calls, total_exec_time, regexp_replace(query, '\\s+', ' ', 'g')
            from pg_stat_statements join pg_database on pg_database.oid = dbid
            where datname = '%s'
            order by total_exec_time desc limit %d
            """;

    /// Has the server load it with its next start.
    static void load(Server server) {
        server.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
    }

    /// Begins to count.
    void begin() {
        subject.server()
                .execute("create extension if not exists pg_stat_statements", "select pg_stat_statements_reset()");
    }

    /// What was asked since the beginning, for each saga, by service.
    ///
    /// @param sagas how many
    String text(double sagas) {
        var text = new StringBuilder("# Statements of each saga at full speed\n");
        subject.databases().forEach((service, database) -> {
            List<String> total =
                    subject.server().ask(TOTAL.formatted(database), 2).getFirst();
            text.append("\n## %s: %s statements a saga, %s ms%n%n"
                    .formatted(service, each(total.get(0), sagas), each(total.get(1), sagas)));
            text.append("| a saga | ms a saga | statement |\n|---:|---:|---|\n");
            for (List<String> row : subject.server().ask(TOP.formatted(database, MOST), 3)) {
                text.append("| %s | %s | `%s` |%n"
                        .formatted(
                                each(row.get(0), sagas),
                                each(row.get(1), sagas),
                                row.get(2).replace("|", "\\|")));
            }
        });
        return text.toString();
    }

    private static String each(String total, double sagas) {
        return total.equals("null") ? "0" : "%.3f".formatted(Double.parseDouble(total) / sagas);
    }
}
