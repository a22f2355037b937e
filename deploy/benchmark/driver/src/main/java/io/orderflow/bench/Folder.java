package io.orderflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a report is kept.
///
/// @param path the folder
record Folder(Path path) {
    /// Makes it.
    ///
    /// @throws Usage if it cannot be made
    Folder {
        try {
            Files.createDirectories(path);
        } catch (IOException unwritable) {
            throw new Usage("--report wants a folder, and " + path + " cannot be made.");
        }
    }

    /// Keeps the report as JSON for machines, as Markdown with two pictures for people.
    void keep(Report report) {
        List<Side> sides = new ArrayList<>(List.of(report.orderflow()));
        Side usualWay = report.usualWay();
        if (usualWay != null) {
            sides.add(usualWay);
        }
        write("report.json", report.json());
        write("report.md", new Markdown(report).text());
        write("rate.svg", Plot.rate(sides).svg());
        write("latency.svg", Plot.latency(sides).svg());
    }

    void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text);
        } catch (IOException unwritable) {
            throw new Refused("The report cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }
}
