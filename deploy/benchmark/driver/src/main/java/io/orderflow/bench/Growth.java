package io.orderflow.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Whether the system is as fast with many orders behind it as with few.
final class Growth {
    private static final int FEW = 20;

    private final Options options;
    private final Progress progress;
    private final Folder folder;

    /// What was found after so many orders.
    ///
    /// @param orders how many there were
    /// @param closed the rate
    /// @param tables the tables, the largest of each database first
    record Stage(int orders, Closed closed, List<Server.Table> tables) {}

    Growth(Options options, Progress progress, Folder folder) {
        this.options = options;
        this.progress = progress;
        this.folder = folder;
    }

    /// Measures after a twentieth of the orders, and after all.
    ///
    /// @return true if every order came to its end
    boolean run(Subject subject) {
        try (var trial = new Trial(subject, options, progress)) {
            trial.warmUp();
            List<Level> levels = trial.fullSpeed().search();
            Stage few = stage(trial, subject, levels, options.orders() / FEW);
            Stage many = stage(trial, subject, levels, options.orders());
            folder.write(
                    "growth.json",
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(List.of(few, many)));
            folder.write("growth.md", text(few, many));
            progress.print("\n" + text(few, many) + "\n" + trial.tally() + "\n");
            return trial.tally().nothingLost();
        }
    }

    private Stage stage(Trial trial, Subject subject, List<Level> levels, int orders) {
        int missing = orders - trial.tally().placed();
        if (missing > 0) {
            progress.say("%d more orders", missing);
            trial.orders(missing);
        }
        trial.settle();
        int placed = trial.tally().placed();
        progress.say("the rate after %d orders", placed);
        Closed closed = trial.fullSpeed().rounds(levels, new HashMap<>());
        var tables = new ArrayList<Server.Table>();
        subject.databases()
                .values()
                .forEach(database -> tables.addAll(subject.server().tables(database)));
        return new Stage(placed, closed, List.copyOf(tables));
    }

    private static String text(Stage few, Stage many) {
        var text = new StringBuilder(
                "# The rate as the tables grow\n\n| orders | sagas a second, median | best | CPU ms a saga |"
                        + " saga p99, ms |\n|---:|---:|---:|---:|---:|\n");
        for (Stage stage : List.of(few, many)) {
            text.append("| %d | %s | %s | %s | %s |%n"
                    .formatted(
                            stage.orders(),
                            Markdown.number(stage.closed().median()),
                            Markdown.number(stage.closed().best()),
                            Markdown.number(stage.closed().costs().systemCpuMillis()),
                            Markdown.number(stage.closed().saga().p99())));
        }
        text.append("%nThe rate after many is %s of that after few.%n%n"
                .formatted(Figure.ratio(many.closed().median(), few.closed().median())));
        text.append("| database | table | rows | dead rows | MiB |\n|---|---|---:|---:|---:|\n");
        many.tables()
                .forEach(table -> text.append("| %s | %s | %d | %d | %s |%n"
                        .formatted(
                                table.database(),
                                table.name(),
                                table.rows(),
                                table.dead(),
                                Markdown.number(table.mebibyte()))));
        return text.toString();
    }
}
