package id.kulkul.web.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line of the table: a ratio of two rates that were measured in turns, and what it should reach. */
record Figure(String metric, String what, double target, List<Double> ratios) {
    private static final String HEAD =
            "| metric | what | median | lowest | highest | target |\n| --- | --- | --- | --- | --- | --- |\n";

    /** Something that is done as often as a block of time allows. */
    interface Rate {
        double perSecond() throws Exception;
    }

    Figure {
        ratios = ratios.stream().sorted().toList();
    }

    /** Limit, measured, limit: as many rounds, after three that only warm. */
    static Figure alternating(String metric, String what, double target, int rounds, Rate limit, Rate measured)
            throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = -3; round < rounds; round++) {
            double before = limit.perSecond();
            double rate = measured.perSecond();
            double after = limit.perSecond();
            System.err.printf("%s %s: %.0f/s beside %.0f and %.0f%n", metric, what, rate, before, after);
            if (round >= 0) ratios.add(2 * rate / (before + after));
        }
        return new Figure(metric, what, target, ratios);
    }

    double median() {
        return ratios.get(ratios.size() / 2);
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | **%.2f** | %.2f | %.2f | %.2f |%n",
                metric,
                what,
                median(),
                ratios.getFirst(),
                ratios.getLast(),
                target);
    }

    /** The machine, and the figures as lines of a table. */
    static String table(Path folder, List<Figure> figures) throws IOException {
        var table = new StringBuilder(Machine.line(folder) + "\n\n" + HEAD);
        figures.forEach(figure -> table.append(figure.line()));
        return table.toString();
    }
}
