package id.kulkul.web.report;

import id.kulkul.command.policy.WorkingDays;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.web.store.DiskRoom;
import id.kulkul.web.store.Homes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How much of the disk attachments may take: none of the last {@code kulkul.spare} (2 GB), and in one day, all senders together, no more
 * than {@code kulkul.attachments-a-day}. Texts are never counted.
 */
@Component
class Attachments {
    private static final long LEAST_A_DAY = DataSize.ofMegabytes(320).toBytes();
    private static final long LOOK = 1024 * 1024;

    private final Blobs blobs;
    private final DiskRoom disk;
    private final Clock clock;
    private final long spare;
    private final DayBudget budget;

    Attachments(Blobs blobs, DiskRoom disk, Homes homes, Clock clock, Environment environment) throws IOException {
        this.blobs = blobs;
        this.disk = disk;
        this.clock = clock;
        this.spare = Math.max(
                disk.kept(),
                environment
                        .getProperty("kulkul.spare", DataSize.class, DataSize.ofGigabytes(2))
                        .toBytes());
        DataSize aDay = environment.getProperty("kulkul.attachments-a-day", DataSize.class);
        this.budget = new DayBudget(
                homes.data().resolve("attachments-today"),
                aDay == null ? Math.max(LEAST_A_DAY, disk.total() / 50) : aDay.toBytes());
    }

    /** The code of why no attachment is taken, if none is; waits for the disk. */
    Optional<String> obstacle() {
        try {
            return obstacle(blobs.room());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as it was a second ago at the latest, on any thread. */
    Optional<String> seen() {
        return obstacle(disk.room());
    }

    private Optional<String> obstacle(long room) {
        if (room < spare) return Optional.of("no-room");
        return budget.isUsedUp(WorkingDays.dayOf(clock.instant()))
                ? Optional.of("attachments-today")
                : Optional.empty();
    }

    /** Begins to count one attachment. */
    Counted count() {
        return new Counted();
    }

    /** The bytes of one attachment on their way to the disk: given back when closed, unless they were kept. */
    final class Counted implements AutoCloseable {
        private final LocalDate day = WorkingDays.dayOf(clock.instant());
        private long taken;
        private boolean kept;

        /** Counts more bytes before they are written; the code of why they may not be, if so. */
        Optional<String> take(long bytes) {
            boolean look = taken / LOOK != (taken + bytes) / LOOK || taken == 0;
            if (look) {
                Optional<String> obstacle = obstacle();
                if (obstacle.isPresent()) return obstacle;
            }
            taken += bytes;
            budget.take(day, bytes);
            return Optional.empty();
        }

        /** What was counted stays on the disk. */
        void keep() {
            kept = true;
        }

        @Override
        public void close() {
            if (!kept) budget.giveBack(day, taken);
            taken = 0;
        }
    }
}
