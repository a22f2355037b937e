package io.orderflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form against the system as it was built; with `-Dorderflow.bench.baseline=true` against the
/// usual way, too.
class BenchTest {
    private static final int RATE = 20;
    private static final int SECONDS = 2;

    @TempDir
    Path folder;

    @Test
    void the_short_form_measures_and_loses_nothing() {
        boolean both = Boolean.getBoolean("orderflow.bench.baseline");
        var words = new ArrayList<>(List.of(Path.of("../../..").toString(), "--short", "--report", folder.toString()));
        words.addAll(List.of("--rate", String.valueOf(RATE), "--seconds", String.valueOf(SECONDS)));
        if (both) {
            words.add("--baseline");
        }

        int exit = Main.run(new Progress(System.out), words.toArray(new String[0]));

        assertThat(exit).isZero();
        Report report = Report.read(folder.resolve("report.json"));
        assertThat(report.upSeconds()).isPositive();
        look(report.orderflow());
        Side usualWay = report.usualWay();
        assertThat(usualWay != null).isEqualTo(both);
        if (usualWay != null) {
            look(usualWay);
        }
        assertThat(folder.resolve("report.md")).content().contains("Nothing lost: yes");
        assertThat(folder.resolve("rate.svg")).isNotEmptyFile();
    }

    private static void look(Side side) {
        assertThat(side.tally().nothingLost()).as("%s", side.tally()).isTrue();
        assertThat(side.open().post().count()).isEqualTo(RATE * SECONDS);
        assertThat(side.open().saga().count()).isEqualTo(RATE * SECONDS);
        assertThat(side.open().saga().p50()).isGreaterThan(side.open().post().p50());
        assertThat(side.closed().median()).isPositive();
        assertThat(side.closed().costs().transactions().values())
                .allSatisfy(each -> assertThat(each).isPositive());
        assertThat(side.closed().costs().cpuMillis()).containsKeys("order", "PostgreSQL", "RabbitMQ", "driver");
        assertThat(side.closed().costs().cpuMillis().values())
                .allSatisfy(each -> assertThat(each).isPositive());
        assertThat(side.busy().values())
                .allSatisfy(memory -> assertThat(memory.rssMiB()).isPositive());
    }
}
