package io.orderflow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A small picture of lines, as SVG.
///
/// @param title  what it shows
/// @param xName  what goes to the right
/// @param yName  what goes up; the scale begins at 0
/// @param xTicks names along the bottom, each at its place from 0 to 1
/// @param lines  what is drawn
record Plot(String title, String xName, String yName, List<Tick> xTicks, List<Line> lines) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 56;
    private static final int BOTTOM = 48;
    private static final List<String> COLOURS = List.of("#1f6feb", "#d1495b", "#2a9d5c", "#b07d12");

    /// A name on the axis.
    record Tick(double at, String name) {}

    /// A point: to the right from 0 to 1, up in the unit of the axis.
    record Point(double x, double y) {}

    /// A line with its name.
    record Line(String name, List<Point> points) {}

    /// Sagas in each second.
    static Plot rate(List<Side> sides) {
        int seconds = sides.stream()
                .mapToInt(side -> side.shippedBySecond().size())
                .max()
                .orElse(0);
        var lines = new ArrayList<Line>();
        for (Side side : sides) {
            var points = new ArrayList<Point>();
            for (int second = 0; second < side.shippedBySecond().size(); second++) {
                points.add(new Point(
                        (double) second / Math.max(1, seconds),
                        side.shippedBySecond().get(second)));
            }
            lines.add(new Line(side.name(), points));
        }
        var ticks = new ArrayList<Tick>();
        for (int fifth = 0; fifth <= 5; fifth++) {
            ticks.add(new Tick(fifth / 5.0, Integer.toString(seconds * fifth / 5)));
        }
        return new Plot(
                "Sagas that ended in each second: warm-up, constant rate, search, rounds",
                "seconds",
                "sagas a second",
                ticks,
                lines);
    }

    /// Latency by percentile, at the constant rate.
    static Plot latency(List<Side> sides) {
        int last = Latency.POINTS.size() - 1;
        var ticks = new ArrayList<Tick>();
        for (int point = 0; point <= last; point++) {
            String name = Latency.POINTS.get(point).toString();
            ticks.add(new Tick((double) point / last, name.replaceFirst("\\.0$", "")));
        }
        var lines = new ArrayList<Line>();
        for (Side side : sides) {
            lines.add(new Line(side.name() + ", saga", curve(side.open().saga())));
            lines.add(new Line(side.name() + ", POST", curve(side.open().post())));
        }
        return new Plot("Latency at the constant rate, from the intended time", "percentile", "ms", ticks, lines);
    }

    String svg() {
        double top = Math.max(
                1,
                lines.stream()
                        .flatMap(line -> line.points().stream())
                        .mapToDouble(Point::y)
                        .max()
                        .orElse(1));
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                .formatted(WIDTH, HEIGHT));
        svg.append(" font-size=\"11\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.append(text(LEFT, 18, "start", title));
        for (int fifth = 0; fifth <= 5; fifth++) {
            double y = y(top * fifth / 5, top);
            svg.append("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>%n".formatted(LEFT, y, WIDTH - RIGHT));
            svg.append(text(LEFT - 6, y + 4, "end", Markdown.number(top * fifth / 5)));
        }
        xTicks.forEach(tick -> svg.append(text(x(tick.at()), HEIGHT - BOTTOM + 16, "middle", tick.name())));
        svg.append(text(WIDTH - RIGHT, HEIGHT - 10, "end", xName)).append(text(6, TOP - 8, "start", yName));
        for (int number = 0; number < lines.size(); number++) {
            String colour = COLOURS.get(number % COLOURS.size());
            svg.append(line(lines.get(number), colour, top));
            int at = LEFT + number * 160;
            svg.append("<rect x=\"%d\" y=\"28\" width=\"10\" height=\"10\" fill=\"%s\"/>".formatted(at, colour));
            svg.append(text(at + 14, 37, "start", lines.get(number).name()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static List<Point> curve(Latency latency) {
        var points = new ArrayList<Point>();
        for (int point = 0; point < latency.curve().size(); point++) {
            points.add(new Point(
                    (double) point / (latency.curve().size() - 1),
                    latency.curve().get(point)));
        }
        return points;
    }

    private static String line(Line line, String colour, double top) {
        var points = new StringBuilder();
        for (Point point : line.points()) {
            points.append("%s,%s ".formatted(one(x(point.x())), one(y(point.y(), top))));
        }
        return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>%n"
                .formatted(colour, points.toString().strip());
    }

    private static String text(double x, double y, String anchor, String words) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
                .formatted(one(x), one(y), anchor, words.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
