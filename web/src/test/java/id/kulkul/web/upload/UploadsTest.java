package id.kulkul.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.web.page.Lease;
import id.kulkul.web.page.Requests;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

class UploadsTest {
    private static final byte[] BYTES = new byte[RoomyOffice.A_DAY];

    private final Sinks.Many<DataBuffer> body = Sinks.many().unicast().onBackpressureBuffer();
    private final Lease lease = Requests.lease();
    private RoomyOffice office;
    private Disposable sender;

    @BeforeEach
    void open(@TempDir Path home) throws IOException {
        office = new RoomyOffice(home);
        sender = office.uploads()
                .take(Digest.sha256(BYTES), lease, body.asFlux())
                .onErrorComplete()
                .subscribe();
    }

    private void send() {
        body.tryEmitNext(DefaultDataBufferFactory.sharedInstance.wrap(BYTES)).orThrow();
    }

    /** Otherwise whoever leaves at that moment fills the disk beside the budget. */
    @Test
    void who_leaves_while_the_ciphertext_is_being_kept_has_used_the_room() {
        send();
        office.blobs.whileKeeping = sender::dispose;
        body.tryEmitComplete().orThrow();
        assertThat(office.blobs.kept).containsKey(Digest.sha256(BYTES));
        assertThat(office.isUsedUp()).isTrue();
        assertThat(office.blobs.ended).isEqualTo(1);
    }

    @Test
    void who_leaves_before_has_used_nothing_and_leaves_nothing() {
        send();
        assertThat(office.isUsedUp()).isTrue();
        sender.dispose();
        assertThat(office.isUsedUp()).isFalse();
        assertThat(office.blobs.kept).isEmpty();
        assertThat(office.blobs.ended).isEqualTo(1);
    }
}
