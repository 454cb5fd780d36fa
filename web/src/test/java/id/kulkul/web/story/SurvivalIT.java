package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the process at once under load, again and again; {@code -Dkulkul.trials=N} sets how often.
 *
 * <p>A program of its own: it is killed again and again.
 */
@Tag("page")
@Tag("report")
@Tag("store")
class SurvivalIT {
    private static final int TRIALS = Integer.getInteger("kulkul.trials", 2);
    private static final int REPORTERS = 8;
    private static final int LOOKED_UP = 5;

    @TempDir
    static Path temporary;

    @Test
    void no_acknowledged_report_is_lost_when_the_process_is_killed_under_load() throws Exception {
        Path keys = organisation(temporary.resolve("keys"));
        int acknowledged = 0;
        try (Packaged program =
                new Packaged(temporary.resolve("home"), "--kulkul.keys=" + keys, "--kulkul.marks.wbs=1s")) {
            for (int trial = 0; trial < TRIALS; trial++) {
                List<Submitted> reports = submitUntilKilled(program);
                program.startAgain();
                assertKnown(program, reports);
                acknowledged += reports.size();
            }
        }
        System.out.println(TRIALS + " trials, " + acknowledged + " acknowledged reports, 0 lost");
        assertThat(acknowledged).isGreaterThan(TRIALS);
    }

    private static List<Submitted> submitUntilKilled(Packaged program) throws Exception {
        Queue<Submitted> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicBoolean killed = new AtomicBoolean();
        try (ExecutorService reporters = Executors.newFixedThreadPool(REPORTERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < REPORTERS; i++)
                running.add(reporters.submit(() -> submit(program, acknowledged, killed)));
            TimeUnit.MILLISECONDS.sleep(1_500 + ThreadLocalRandom.current().nextInt(1_500));
            program.kill();
            killed.set(true);
            for (Future<?> each : running) each.get();
        }
        return List.copyOf(acknowledged);
    }

    private static void submit(Packaged program, Queue<Submitted> acknowledged, AtomicBoolean killed) {
        while (!killed.get()) {
            try {
                acknowledged.add(Submitted.to(program));
            } catch (IOException broken) {
                if (killed.get()) return;
            }
        }
    }

    /** The history knows each of them, and a few are looked up by their receipts. */
    private static void assertKnown(Packaged program, List<Submitted> reports) throws Exception {
        for (boolean known : each(reports, report -> report.again(program)))
            assertThat(known).as("the second sending of an acknowledged report").isTrue();
        for (Submitted report : reports.subList(0, Math.min(LOOKED_UP, reports.size())))
            Patience.until("the mailbox shows an acknowledged report", () -> report.mailbox(program)
                    .contains("Status laporan"));
    }

    /** What each report is answered with, all asked by as many hands as sent them. */
    private static <T> List<T> each(List<Submitted> reports, Question<T> question) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(REPORTERS)) {
            List<Future<T>> asked = new ArrayList<>();
            for (Submitted report : reports) asked.add(hands.submit(() -> question.about(report)));
            List<T> answers = new ArrayList<>();
            for (Future<T> each : asked) answers.add(each.get());
            return answers;
        }
    }

    /** Something that is asked of the program. */
    private interface Question<T> {
        T about(Submitted report) throws Exception;
    }

    private static Path organisation(Path folder) throws IOException {
        KeyFolder keys = KeyFolder.create(folder);
        for (int i = 1; i <= 2; i++)
            keys.enrol("pemeriksa-" + i, "investigator", "Pemeriksa " + i)
                    .bundle()
                    .close();
        for (int i = 1; i <= 2; i++)
            keys.enrol("penjaga-" + i, "custodian", "Penjaga " + i).bundle().close();
        keys.sign(2, 490_000, Digest.ZERO, Digest.ZERO);
        return folder;
    }
}
