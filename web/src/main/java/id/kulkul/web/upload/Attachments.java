package id.kulkul.web.upload;

import id.kulkul.command.policy.WorkingDays;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.store.DiskRoom;
import id.kulkul.web.store.Homes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How much of the disk attachments may take: none of the last {@code kulkul.spare} (2 GB), and in one day, all senders
 * together, no more than {@code kulkul.attachments-a-day}; and one of them no more than {@code kulkul.largest} (64 MB).
 * Texts are never counted.
 */
@Component
public class Attachments {
    /** Most of one report or answer. */
    public static final int MOST = 4;

    /** The code of why a larger one is refused. */
    static final String TOO_LARGE = "upload/attachment-too-large";

    private static final long MIB = 1024 * 1024;
    private static final int LEAST_A_DAY = 5;
    private static final long LOOK = MIB;

    private final Blobs blobs;
    private final DiskRoom disk;
    private final Clock clock;
    private final long spare;
    private final DataSize largest;
    private final DayBudget budget;

    public Attachments(Blobs blobs, DiskRoom disk, Homes homes, Clock clock, Settings settings) throws IOException {
        this.blobs = blobs;
        this.disk = disk;
        this.clock = clock;
        this.spare = Math.max(disk.kept(), settings.spare().toBytes());
        this.largest = settings.largest();
        this.budget = new DayBudget(homes.data().resolve("attachments-today"), aDay(settings, disk.total()));
    }

    /** By default a fiftieth of the disk, or five of the largest. */
    static long aDay(Settings settings, long disk) {
        DataSize told = settings.attachmentsADay();
        return told == null ? Math.max(LEAST_A_DAY * settings.largest().toBytes(), disk / 50) : told.toBytes();
    }

    /** The code of why no attachment is taken, if none is; waits for the disk. */
    public Optional<String> obstacle() {
        try {
            return obstacle(blobs.room());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as it was a second ago at the latest, on any thread. */
    public Optional<String> seen() {
        return obstacle(disk.room());
    }

    private Optional<String> obstacle(long room) {
        if (room < spare) return Optional.of("upload/no-room");
        return budget.isUsedUp(WorkingDays.dayOf(clock.instant()))
                ? Optional.of("upload/attachments-today")
                : Optional.empty();
    }

    /** How large one may be. */
    public DataSize largest() {
        return largest;
    }

    /** Begins one attachment whose bytes are counted before they are sealed; waits for the disk. */
    public Counted draft() throws IOException {
        return new Counted(blobs.draft(), largest.toBytes());
    }

    /** Begins one that comes as ciphertext, padded to at most twice its size or 8 MiB more; waits for the disk. */
    Counted sealedDraft() throws IOException {
        long file = largest.toBytes();
        return new Counted(blobs.draft(), file + Math.min(file, 8 * MIB) + MIB);
    }

    /**
     * One attachment on its way to the disk: its bytes are given back when it is closed, unless they stay there,
     * whatever becomes of the report. It may be closed while another thread writes or keeps it.
     */
    public final class Counted extends BlobDraft {
        private final LocalDate day = WorkingDays.dayOf(clock.instant());
        private final BlobDraft draft;
        private final long most;
        private final Holders holders = new Holders(this::clean);
        private final AtomicBoolean closed = new AtomicBoolean();
        private long taken;
        private boolean kept;

        private Counted(BlobDraft draft, long most) {
            this.draft = draft;
            this.most = most;
        }

        /** Counts more bytes before they are written; the code of why they may not be, if so. */
        public Optional<String> take(long bytes) {
            if (!holders.hold()) return Optional.empty();
            try {
                boolean look = taken / LOOK != (taken + bytes) / LOOK || taken == 0;
                Optional<String> obstacle = look ? obstacle() : Optional.empty();
                if (obstacle.isPresent()) return obstacle;
                if (taken + bytes > most) return Optional.of(TOO_LARGE);
                taken += bytes;
                budget.take(day, bytes);
                return Optional.empty();
            } finally {
                holders.release();
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!holders.hold()) return;
            try {
                draft.write(bytes, offset, length);
            } finally {
                holders.release();
            }
        }

        @Override
        public Digest keep() throws IOException {
            hold();
            try {
                Digest address = draft.keep();
                kept = true;
                return address;
            } finally {
                holders.release();
            }
        }

        /** What is there already takes no more of the disk. */
        @Override
        public boolean keepAs(Digest expected) throws IOException {
            hold();
            try {
                boolean there = blobs.length(expected) >= 0;
                boolean same = draft.keepAs(expected);
                kept = same && !there;
                return same;
            } finally {
                holders.release();
            }
        }

        private void hold() throws ClosedChannelException {
            if (!holders.hold()) throw new ClosedChannelException();
        }

        private void clean() {
            if (!kept) budget.giveBack(day, taken);
            draft.close();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) holders.release();
        }
    }
}
