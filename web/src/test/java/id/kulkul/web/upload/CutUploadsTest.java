package id.kulkul.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Requests;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.store.DiskRoom;
import id.kulkul.web.store.Homes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A ciphertext is kept whole or not at all, and what is not kept costs nothing. */
class CutUploadsTest {
    private static final byte[] FIRST = new byte[600 * 1024];
    private static final Digest WHOLE = Digest.sha256(FIRST, FIRST);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Drafts drafts = new Drafts();
    private final Lease lease = Requests.lease();
    private Uploads uploads;

    @BeforeEach
    void open(@TempDir Path home) throws IOException {
        var homes = new Homes(home, null, false);
        var settings = new MockEnvironment();
        settings.setProperty("kulkul.attachments-a-day", "2MB");
        var disk = new DiskRoom(homes.data(), DataSize.ofBytes(0));
        var attachments = new Attachments(drafts, disk, homes, Clock.systemUTC(), Settings.of(settings));
        uploads = new Uploads(attachments, Schedulers.boundedElastic(), Schedulers.boundedElastic());
    }

    @AfterEach
    void end() {
        Requests.end(lease);
    }

    private Mono<Void> sent(Flux<DataBuffer> body) {
        return uploads.take(WHOLE, lease, body);
    }

    private static DataBuffer first() {
        return DefaultDataBufferFactory.sharedInstance.wrap(FIRST.clone());
    }

    private void assertWholeIsTaken() {
        sent(Flux.just(first(), first())).block(SOON);
        assertThat(drafts.kept).containsExactly(WHOLE);
        assertThat(drafts.open).hasValue(0);
    }

    @Test
    void one_that_is_cut_off_or_falls_silent_is_told_so_and_leaves_nothing_however_often() {
        for (Exception end : new Exception[] {new IOException("reset"), new TimeoutException(), new IOException()}) {
            var cut = sent(Flux.concat(Flux.just(first(), first()), Flux.error(end)));
            assertThatThrownBy(() -> cut.block(SOON)).hasMessage("upload/cut-off");
            assertThat(drafts.kept).isEmpty();
            assertThat(drafts.open).hasValue(0);
        }
        assertWholeIsTaken();
    }

    @Test
    void one_whose_sender_is_gone_leaves_nothing() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            drafts.closed = new CountDownLatch(1);
            var begun = new CountDownLatch(1);
            var gone = sent(Flux.concat(Flux.just(first(), first()), Flux.never())
                            .doOnNext(sent -> begun.countDown()))
                    .subscribe();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            gone.dispose();
            assertThat(drafts.closed.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertWholeIsTaken();
    }

    @Test
    void one_that_ends_early_without_a_word_is_not_what_its_address_says() {
        assertThatThrownBy(() -> sent(Flux.just(first())).block(SOON)).hasMessage("upload/other-content");
        assertThat(drafts.kept).isEmpty();
        assertWholeIsTaken();
    }

    /** Blobs of which only the addresses are kept. */
    private static final class Drafts extends EmptyBlobs {
        private final Set<Digest> kept = ConcurrentHashMap.newKeySet();
        private final AtomicInteger open = new AtomicInteger();
        private volatile CountDownLatch closed = new CountDownLatch(1);

        Drafts() {
            super(() -> Long.MAX_VALUE);
        }

        @Override
        public BlobDraft draft() {
            open.incrementAndGet();
            return new Drafted();
        }

        private final class Drafted extends BlobDraft {
            private final ByteArrayOutputStream written = new ByteArrayOutputStream();

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written.write(bytes, offset, length);
            }

            @Override
            public Digest keep() {
                Digest address = Digest.sha256(written.toByteArray());
                kept.add(address);
                return address;
            }

            @Override
            public boolean keepAs(Digest expected) {
                return Digest.sha256(written.toByteArray()).equals(expected) && keep().equals(expected);
            }

            @Override
            public void close() {
                open.decrementAndGet();
                closed.countDown();
            }
        }
    }
}
