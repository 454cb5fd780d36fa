package id.kulkul.crypto.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two rates measured in turns, and one line of a table that says what the second is of the first. */
public final class Ratio {
    private static final long BLOCK_NANOS = 400_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARMING_ROUNDS = 3;

    private Ratio() {}

    /** Something done again and again; it says how much of it was done. */
    public interface Work {
        long once() throws Exception;
    }

    /** Prints the head of the table. */
    public static void head() {
        System.out.println("Java " + Runtime.version() + "\n\n| metric | what | median | lowest | highest | target |\n"
                + "| --- | --- | --- | --- | --- | --- |");
    }

    /** Limit, measured, limit, as many rounds as asked for; prints the line, and each round to the side. */
    public static double line(String metric, String what, double target, int rounds, Work limit, Work measured)
            throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARMING_ROUNDS; round < rounds; round++) {
            double before = rate(limit);
            double rate = rate(measured);
            double after = rate(limit);
            System.err.printf("%s %s: %.0f/s beside %.0f and %.0f%n", metric, what, rate, before, after);
            if (round >= 0) ratios.add(2 * rate / (before + after));
        }
        var sorted = ratios.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | **%.2f** | %.2f | %.2f | %s |%n",
                metric,
                what,
                median,
                sorted.getFirst(),
                sorted.getLast(),
                target > 0 ? String.format(Locale.ROOT, "%.2f", target) : "");
        return median;
    }

    /** Per second of this thread's own time on a core, so that whoever shares the machine takes nothing from it. */
    private static double rate(Work work) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        long done = 0;
        while (THREADS.getCurrentThreadCpuTime() - start < BLOCK_NANOS) done += work.once();
        return done * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
    }
}
