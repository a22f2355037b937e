package io.orderflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form, against both systems as they were built.
class BenchTest {
    @TempDir
    Path folder;

    @Test
    void the_short_form_measures_both_and_loses_nothing() {
        int exit = Main.run(
                new Progress(System.out),
                Path.of("../../..").toString(),
                "--short",
                "--baseline",
                "--seconds",
                "3",
                "--rate",
                "20",
                "--report",
                folder.toString());

        Report report = Report.read(folder.resolve("report.json"));
        assertThat(exit).isZero();
        assertThat(report.orderflow().tally().nothingLost()).isTrue();
        assertThat(report.orderflow().open().post().count()).isEqualTo(60);
        assertThat(report.orderflow().open().saga().count()).isEqualTo(60);
        Side usualWay = report.usualWay();
        assertThat(usualWay).isNotNull();
        for (Side side : new Side[] {report.orderflow(), usualWay}) {
            assertThat(side.closed().median()).isPositive();
            assertThat(side.open().costs().messages().get("published")).isBetween(8.5, 9.5);
            assertThat(side.open().costs().cpuMillis().values())
                    .allSatisfy(cpu -> assertThat(cpu).isPositive());
            assertThat(side.busy().values())
                    .allSatisfy(memory -> assertThat(memory.rssMiB()).isPositive());
        }
        assertThat(folder.resolve("report.md")).content().contains("## Beside the usual way");
        assertThat(folder.resolve("rate.svg")).isNotEmptyFile();
    }
}
