package id.kulkul.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.web.channel.FixedOffice;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.store.DiskRoom;
import id.kulkul.web.store.Homes;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class AttachmentsTest {
    private static final long MEGABYTE = 1024 * 1024;
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-26T03:00:00Z"), ZoneOffset.UTC);

    private final MockEnvironment settings = new MockEnvironment();
    private Homes homes;
    private DiskRoom disk;
    private final NotedBlobs blobs = new NotedBlobs();

    @BeforeEach
    void open(@TempDir Path home) throws IOException {
        homes = new Homes(home, null, false);
        disk = new DiskRoom(homes.data(), DataSize.ofBytes(0));
        settings.setProperty("kulkul.spare", "0B");
        settings.setProperty("kulkul.attachments-a-day", "4MB");
    }

    private Attachments attachments() throws IOException {
        return new Attachments(blobs, disk, homes, NOW, Settings.of(settings));
    }

    @Test
    void the_budget_of_all_senders_is_used_up_and_told_before_anything_is_chosen() throws IOException {
        var attachments = attachments();
        assertThat(attachments.seen()).isEmpty();
        for (int sender = 0; sender < 2; sender++) {
            try (var count = attachments.draft()) {
                assertThat(count.take(2 * MEGABYTE)).isEmpty();
                count.write(new byte[] {(byte) sender});
                count.keep();
            }
        }
        assertThat(attachments.seen()).contains("upload/attachments-today");
        try (var count = attachments.draft()) {
            assertThat(count.take(1)).contains("upload/attachments-today");
        }
        assertThat(attachments().seen()).contains("upload/attachments-today");
    }

    @Test
    void what_was_cut_off_or_is_there_already_costs_nothing() throws IOException {
        var attachments = attachments();
        for (int attempt = 0; attempt < 3; attempt++) {
            try (var count = attachments.draft()) {
                assertThat(count.take(3 * MEGABYTE)).isEmpty();
            }
        }
        assertThat(attachments.seen()).isEmpty();
    }

    @Test
    void a_file_on_its_way_is_refused_at_the_next_megabyte_when_the_disk_has_filled_up() throws IOException {
        settings.setProperty("kulkul.spare", "2GB");
        try (var count = attachments().draft()) {
            assertThat(count.take(1000)).isEmpty();
            blobs.room = MEGABYTE;
            assertThat(count.take(1000)).isEmpty();
            assertThat(count.take(MEGABYTE)).contains("upload/no-room");
        }
    }

    /** As ciphertext it may have what padding adds: at most its own size again, or 8 MiB, and a MiB for the rest. */
    @ParameterizedTest
    @CsvSource({"1MB,1048576,3145728", "64MB,67108864,76546048"})
    void one_attachment_is_refused_with_its_first_byte_too_many(String set, long clear, long sealed)
            throws IOException {
        settings.setProperty("kulkul.largest", set);
        settings.setProperty("kulkul.attachments-a-day", "1GB");
        var attachments = attachments();
        try (var file = attachments.draft();
                var ciphertext = attachments.sealedDraft()) {
            assertThat(file.take(clear)).isEmpty();
            assertThat(file.take(1)).contains("upload/attachment-too-large");
            assertThat(ciphertext.take(sealed)).isEmpty();
            assertThat(ciphertext.take(1)).contains("upload/attachment-too-large");
        }
    }

    /** At the sizes beside which the padding grows most. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 16, 17, 24})
    void a_file_of_the_largest_size_may_come_as_ciphertext_too(int largest) throws IOException {
        settings.setProperty("kulkul.largest", largest + "MB");
        settings.setProperty("kulkul.attachments-a-day", "1GB");
        long[] length = {0};
        BlobDraft counting = new BlobDraft() {
            @Override
            public void write(byte[] bytes, int offset, int more) {
                length[0] += more;
            }

            @Override
            public Digest keep() {
                throw new AssertionError("nothing is kept");
            }

            @Override
            public boolean keepAs(Digest expected) {
                throw new AssertionError("nothing is kept");
            }

            @Override
            public void close() {}
        };
        Context place = FixedOffice.office().context(Kind.ATTACHMENT, new UUID(1, 1), new UUID(2, 2), 1);
        try (SealingFile file = new SealingFile(place, "a.bin", "", counting)) {
            byte[] mebibyte = new byte[(int) MEGABYTE];
            for (int i = 0; i < largest; i++) file.take(mebibyte);
            file.finish().close();
        }
        try (var ciphertext = attachments().sealedDraft()) {
            assertThat(ciphertext.take(length[0])).isEmpty();
        }
    }

    @Test
    void a_day_takes_at_least_five_of_the_largest_however_small_the_disk_is() {
        var unset = new MockEnvironment();
        assertThat(Attachments.aDay(Settings.of(unset), 1_000 * MEGABYTE)).isEqualTo(320 * MEGABYTE);
        assertThat(Attachments.aDay(Settings.of(unset), 1_000_000 * MEGABYTE)).isEqualTo(20_000 * MEGABYTE);
        unset.setProperty("kulkul.largest", "512MB");
        assertThat(Attachments.aDay(Settings.of(unset), 1_000 * MEGABYTE)).isEqualTo(2_560 * MEGABYTE);
    }

    @Test
    void attachments_never_take_what_texts_leave() throws IOException {
        disk = new DiskRoom(homes.data(), DataSize.ofTerabytes(100_000));
        assertThat(attachments().seen()).contains("upload/no-room");
    }

    /**
     * Whatever becomes of the report: who keeps files and then has the report refused would fill the disk beside the
     * budget.
     */
    @Test
    void what_lies_on_the_disk_is_counted_and_what_is_there_already_is_not_counted_again() throws IOException {
        var attachments = attachments();
        byte[] one = {1};
        for (int attempt = 0; attempt < 3; attempt++) {
            try (var again = attachments.draft()) {
                assertThat(again.take(2 * MEGABYTE)).isEmpty();
                again.write(one);
                assertThat(again.keepAs(Digest.sha256(one))).isTrue();
            }
            assertThat(attachments.seen()).isEmpty();
        }
        try (var more = attachments.draft()) {
            assertThat(more.take(2 * MEGABYTE)).isEmpty();
            more.keep();
        }
        assertThat(attachments.seen()).contains("upload/attachments-today");
    }

    @Test
    void who_gives_it_up_while_it_is_being_kept_has_kept_it_and_afterwards_nothing_is_written_or_counted()
            throws IOException {
        var attachments = attachments();
        var kept = attachments.draft();
        assertThat(kept.take(4 * MEGABYTE)).isEmpty();
        blobs.whileKeeping = kept::close;
        kept.keep();
        assertThat(attachments.seen()).contains("upload/attachments-today");
        assertThat(blobs.ended).isEqualTo(blobs.begun);

        var givenUp = attachments().draft();
        givenUp.close();
        givenUp.close();
        assertThat(givenUp.take(8 * MEGABYTE)).isEmpty();
        givenUp.write(new byte[] {1});
        assertThatThrownBy(givenUp::keep).isInstanceOf(ClosedChannelException.class);
        assertThat(blobs.kept).hasSize(1);
    }
}
