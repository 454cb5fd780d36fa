package id.kulkul.web.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Bytes that may be used in one day, in a file that a restart reads again. The file is written at each sixteenth only
 * and says the sixteenth that was begun. So neither it nor its times tell when something came.
 */
final class DayBudget {
    private static final System.Logger LOG = System.getLogger(DayBudget.class.getName());
    private static final int PARTS = 16;

    private final Path file;
    private final long bytes;
    private LocalDate day = LocalDate.EPOCH;
    private long used;
    private int written;

    DayBudget(Path file, long bytes) {
        this.file = file;
        this.bytes = bytes;
        read();
    }

    private void read() {
        try {
            String[] said = Files.readString(file).strip().split(" ", 2);
            day = LocalDate.parse(said[0]);
            written = Math.clamp(Integer.parseInt(said[1]), 0, PARTS);
            used = bytes / PARTS * written;
        } catch (IOException | DateTimeException | NumberFormatException | IndexOutOfBoundsException none) {
            day = LocalDate.EPOCH; // no file, or a torn one: nothing is known of the day
        }
    }

    synchronized boolean isUsedUp(LocalDate today) {
        begin(today);
        return used >= bytes;
    }

    synchronized void take(LocalDate today, long more) {
        begin(today);
        used += more;
        int part = bytes == 0 ? PARTS : (int) Math.min(PARTS, 1 + (used - 1) * PARTS / bytes);
        if (part > written) write(part);
    }

    /**
     * What was taken on a day and not kept does not count; the file goes on saying more, which only a restart reads.
     */
    synchronized void giveBack(LocalDate taken, long less) {
        if (taken.equals(day)) used = Math.max(0, used - less);
    }

    private void begin(LocalDate today) {
        if (today.equals(day)) return;
        day = today;
        used = 0;
        written = 0;
    }

    private void write(int part) {
        written = part;
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, day + " " + part + "\n");
            Files.setLastModifiedTime(
                    beside, FileTime.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "What attachments used today could not be noted: "
                            + e.getClass().getName());
        }
    }
}
