package io.orderflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {
    @TempDir
    Path folder;

    private static Side side(String name, double rate, double cpu) {
        var latency = new Latency(100, 10, 20, 40, 80, Collections.nCopies(Latency.POINTS.size(), 10.0));
        var costs = new Costs(
                100,
                Map.of("order", cpu, "PostgreSQL", 2.0, "driver", 0.5),
                Map.of("order", 4.0),
                Map.of("order", 9.0),
                Map.of("published", 9.0, "delivered", 30.0));
        return new Side(
                name,
                new Open(25, 60, latency, latency, costs),
                new Closed(
                        List.of(new Level(8, rate / 2), new Level(16, rate)),
                        16,
                        List.of(rate - 10, rate, rate + 30),
                        rate - 20,
                        5.5,
                        latency,
                        costs),
                costs,
                Map.of("order", new Resident(200, 180)),
                Map.of("order", new Resident(300, 250), "driver", new Resident(90, 80)),
                new Tally(100, 100, 100, 0, 2, 0),
                List.of(0, 50, 50));
    }

    private static Report report(boolean both) {
        return new Report(
                "2026-03-14T09:26:53Z",
                false,
                new Machine(2, 8000, "Linux 6", "JDK 25", "3.10.8", "18.6", 0.5),
                42.5,
                side("Orderflow", 200, 6),
                both ? side("The usual way", 100, 12) : null);
    }

    @Test
    void a_report_that_was_kept_is_read_as_it_was() {
        Report report = report(true);

        new Folder(folder).keep(report);

        assertThat(Report.read(folder.resolve("report.json"))).isEqualTo(report);
        assertThat(Report.parse(report(false).json()).usualWay()).isNull();
    }

    @Test
    void the_best_and_the_median_are_over_the_rounds() {
        Closed closed = side("x", 200, 1).closed();

        assertThat(closed.best()).isEqualTo(230);
        assertThat(closed.median()).isEqualTo(200);
        assertThat(FullSpeed.best(closed.search()).inFlight()).isEqualTo(16);
    }

    @Test
    void the_table_of_ratios_says_how_many_times_as_much_and_which_way_is_better() {
        Report report = report(true);
        String text = new Markdown(report).text();

        assertThat(text)
                .contains("| sagas a second at full speed, median of the rounds | 200 | 100 | 2.00× | better |")
                .contains("| CPU a saga at full speed, ms | 8.00 | 14.0 | 0.57× | better |")
                .contains("| … of PostgreSQL | 2.00 | 2.00 | 1.00× |  |")
                .contains("| orders without an end | 0.00 | 0.00 | – |  |")
                .contains("does **not** guarantee");
    }

    @Test
    void the_driver_is_no_part_of_what_a_saga_costs() {
        assertThat(side("x", 1, 6).open().costs().systemCpuMillis()).isEqualTo(8);
        assertThat(side("x", 1, 6).open().costs().driverCpuMillis()).isEqualTo(0.5);
    }

    @Test
    void a_report_says_that_something_was_lost() {
        Side side = side("Orderflow", 1, 1);
        var lossy = new Side(
                side.name(),
                side.open(),
                side.closed(),
                side.idle(),
                side.rest(),
                side.busy(),
                new Tally(100, 98, 98, 0, 0, 0),
                List.of());
        Report report = report(false);
        var told = new Report(report.at(), true, report.machine(), report.upSeconds(), lossy, null);

        assertThat(new Markdown(told).text())
                .contains("Nothing lost: **no**")
                .contains("2 without an end")
                .contains("short form");
    }

    @Test
    void less_cost_and_more_speed_are_better() {
        Figure rate = Figure.ALL.getFirst();
        Figure cost = Figure.ALL.get(3);

        assertThat(rate.verdict(200, 100)).isEqualTo("better");
        assertThat(rate.verdict(100, 200)).isEqualTo("worse");
        assertThat(cost.verdict(100, 200)).isEqualTo("better");
        assertThat(cost.verdict(100, 103)).isEmpty();
        assertThat(Figure.ratio(1, 0)).isEqualTo("–");
    }

    @Test
    void the_pictures_are_well_formed_and_show_both() throws Exception {
        new Folder(folder).keep(report(true));

        for (String name : List.of("rate.svg", "latency.svg")) {
            String svg = Files.readString(folder.resolve(name));
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            assertThat(document.getElementsByTagName("polyline").getLength())
                    .as(name)
                    .isGreaterThanOrEqualTo(2);
            assertThat(svg).contains("Orderflow").contains("The usual way").doesNotContain("NaN");
        }
    }
}
