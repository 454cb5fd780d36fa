package id.kulkul.query;

import static id.kulkul.query.OneReport.*;
import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportStage;
import id.kulkul.query.audit.Position;
import id.kulkul.query.report.CaseRow;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.query.report.ReportQuery.*;
import id.kulkul.query.store.FullDisk;
import id.kulkul.query.store.HeldFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read models are disposable: whatever becomes of their file, they answer again as before, by themselves. */
@ResourceLock("the log of the read models")
class ReadSideTroubleTest {
    private final InMemoryEventStorageEngine history = new InMemoryEventStorageEngine();

    @Test
    void read_models_that_are_spoilt_under_the_program_are_built_anew_and_answer_again(@TempDir Path folder)
            throws Exception {
        var file = folder.resolve("read.db");
        try (var house = new House(history, file)) {
            story(house);
            house.settle();
        }
        var told = new CountDownLatch(1);
        try (var house = new House(history, file)) {
            house.onDamage(told::countDown);
            garble(file);
            assertThatThrownBy(
                            () -> house.ask(new OneCase(REPORT, AYU, NOW, new Position(Long.MAX_VALUE)), CaseRow.class))
                    .hasRootCauseInstanceOf(SQLException.class);
            assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
            house.rebuild();
            assertThat(house.ask(new OneCase(REPORT, AYU, NOW, new Position(Long.MAX_VALUE)), CaseRow.class)
                            .stage())
                    .isEqualTo(ReportStage.CLARIFYING);
        }
    }

    @Test
    void read_models_of_a_longer_history_are_of_another(@TempDir Path folder) {
        try (var house = new House(history, folder.resolve("read.db"))) {
            story(house);
            house.settle();
        }
        long events = history.createHeadToken().position().orElseThrow() + 1;
        try (var house = new House(history, folder.resolve("read.db"))) {
            assertThat(house.areOfAnother(events)).isFalse();
            assertThat(house.areOfAnother(events - 1)).isTrue();
            assertThat(house.areOfAnother(0)).isTrue();
        }
    }

    @Test
    void a_read_side_whose_disk_was_full_catches_up_by_itself(@TempDir Path folder) {
        List<Object> before;
        try (var house = new House(history, folder.resolve("read.db"));
                var full = new FullDisk(house.readModels().store())) {
            for (int person = 50_000; person < 50_200; person++) house.send(registration(id(person)));
            full.awaitMet();
            story(house);
            before = everything(house);
        }
        assertThat(fromNothing(history, folder.resolve("other.db"))).isEqualTo(before);
    }

    @Test
    void a_read_side_whose_file_another_program_held_catches_up_by_itself(@TempDir Path folder) throws SQLException {
        var file = folder.resolve("read.db");
        List<Object> before;
        try (var house = new House(history, file)) {
            house.send(registration(AYU));
            house.settle();
            var tokens = house.readModels().tokens();
            var read = tokens.fetchToken(ReportBoard.GROUP, 0);
            try (var held = new HeldFile(house.readModels().store(), file)) {
                begun(house);
                held.awaitMet();
                assertThat(tokens.fetchToken(ReportBoard.GROUP, 0)).isEqualTo(read);
            }
            house.settle();
            before = everything(house);
        }
        assertThat(fromNothing(history, folder.resolve("other.db"))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with its log", "without its log", "under the newest log"})
    void a_read_side_that_was_put_back_older_catches_up_or_begins_anew(String copied, @TempDir Path folder)
            throws IOException {
        var file = folder.resolve("read.db");
        var log = folder.resolve("read.db-wal");
        List<Object> before;
        try (var house = new House(history, file)) {
            house.send(registration(AYU));
            house.settle();
        }
        var older = folder.resolve("older");
        try (var house = new House(history, file)) {
            begun(house);
            house.settle();
            Files.copy(file, older);
            Files.copy(log, folder.resolve("older-wal"));
        }
        try (var house = new House(history, file)) {
            asked(house);
            before = everything(house);
            Files.copy(log, folder.resolve("newest-wal"));
        }
        Files.copy(older, file, StandardCopyOption.REPLACE_EXISTING);
        if (copied.equals("with its log")) Files.copy(folder.resolve("older-wal"), log);
        if (copied.equals("under the newest log")) Files.copy(folder.resolve("newest-wal"), log);
        try (var house = new House(history, file)) {
            house.settle();
            assertThat(everything(house)).isEqualTo(before);
        }
    }

    private static void garble(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[(int) bytes.length() - 4096];
            new Random(7).nextBytes(noise);
            bytes.seek(4096);
            bytes.write(noise);
        }
    }
}
