package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.Blobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every blob store promises, wherever the bytes lie. */
abstract class BlobsContract {
    abstract Blobs blobs();

    @Test
    void a_blob_is_found_under_the_hash_of_its_bytes() throws IOException {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        Digest address;
        try (var draft = blobs().draft()) {
            for (int from = 0; from < bytes.length; from += 1000) draft.write(bytes, from, 1000);
            address = draft.keep();
        }
        assertThat(address).isEqualTo(Digest.sha256(bytes));
        assertThat(blobs().length(address)).isEqualTo(bytes.length);
        try (var in = blobs().open(address)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void a_draft_that_was_not_kept_is_nowhere() throws IOException {
        var bytes = bytes("never kept");
        try (var draft = blobs().draft()) {
            draft.write(bytes);
        }
        assertThat(blobs().length(Digest.sha256(bytes))).isEqualTo(-1);
    }

    @Test
    void the_same_bytes_are_one_blob() throws IOException {
        var first = blobs().keep(bytes("same"));
        assertThat(blobs().keep(bytes("same"))).isEqualTo(first);
        assertThat(blobs().delete(first)).isTrue();
        assertThat(blobs().length(first)).isEqualTo(-1);
    }

    @Test
    void what_is_not_there_is_said_to_be_not_there() throws IOException {
        var nowhere = Digest.sha256(bytes("nowhere"));
        assertThat(blobs().length(nowhere)).isEqualTo(-1);
        assertThat(blobs().delete(nowhere)).isFalse();
        assertThat(blobs().claim(nowhere)).isFalse();
        assertThatThrownBy(() -> blobs().open(nowhere)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_thread_that_must_not_wait_is_refused() {
        var address = Digest.sha256(bytes("x"));
        var reading = Mono.fromCallable(() -> blobs().length(address)).subscribeOn(Schedulers.parallel());
        var writing = Mono.fromCallable(() -> blobs().keep(bytes("x"))).subscribeOn(Schedulers.parallel());
        assertThatThrownBy(reading::block).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(writing::block).isInstanceOf(IllegalStateException.class);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
