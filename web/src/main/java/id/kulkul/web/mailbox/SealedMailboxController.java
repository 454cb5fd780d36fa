package id.kulkul.web.mailbox;

import id.kulkul.web.channel.ArrivedItem.Wire;
import id.kulkul.web.channel.Receiving;
import id.kulkul.web.mailbox.Deadline.Purpose;
import id.kulkul.web.page.Bodies;
import id.kulkul.web.page.Refused;
import id.kulkul.web.upload.Uploads;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers browsers that keep the receipt to themselves and send its look-up key alone: every answer of an address has
 * the same status, the same number of bytes, and leaves at the same moment after the question.
 */
@RestController
class SealedMailboxController {
    private static final int LOOKUP = 32;
    private static final int QUESTION = LOOKUP + Short.BYTES;
    private static final int LARGEST_QUESTION = 1024;
    private static final int LARGEST = 256 * 1024;
    private static final int OUTCOME = 1024;

    /** An answer as it travels, its bytes base64url. */
    record Sent(
            @Nullable String lookup,
            @Nullable List<Wire> items,
            @Nullable String signature) {}

    private final Slots slots;
    private final Proofs proofs;
    private final SealedReplies replies;
    private final Uploads uploads;
    private final Receiving receiving;
    private final Deadline deadline;
    private final JsonMapper json;

    SealedMailboxController(
            Slots slots,
            Proofs proofs,
            SealedReplies replies,
            Uploads uploads,
            Receiving receiving,
            Deadline deadline,
            JsonMapper json) {
        this.slots = slots;
        this.proofs = proofs;
        this.replies = replies;
        this.uploads = uploads;
        this.receiving = receiving;
        this.deadline = deadline;
        this.json = json;
    }

    /**
     * Takes a look-up key and a u16 page, 34 bytes; answers with 32,768 bytes, all zero where the server was too busy.
     */
    @PostMapping(path = "/kotak/halaman", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    Mono<ResponseEntity<byte[]>> page(ServerWebExchange exchange) {
        return question(exchange)
                .flatMap(asked -> deadline.answer(
                        Purpose.LOOK,
                        () -> slots.page(Arrays.copyOf(asked, LOOKUP), u16(asked, LOOKUP)),
                        Mono.just(new byte[Slots.SIZE])))
                .map(page -> octets(MediaType.APPLICATION_OCTET_STREAM, page));
    }

    /**
     * Takes the same 34 bytes; answers with 16,384 bytes of JSON: the proof, and what was signed when the report was
     * sent.
     */
    @PostMapping(path = "/kotak/bukti", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    Mono<ResponseEntity<byte[]>> proof(ServerWebExchange exchange) {
        return question(exchange)
                .flatMap(asked -> deadline.answer(
                        Purpose.LOOK,
                        () -> proofs.submitted(Arrays.copyOf(asked, LOOKUP)).map(this::written),
                        Mono.just(padded("{\"busy\":true}", Proofs.SIZE))))
                .map(proof -> octets(MediaType.APPLICATION_JSON, proof));
    }

    /**
     * Keeps the ciphertext of a file of an answer under its SHA-256 (hex), whosever it is; a second sending changes
     * nothing, and what no answer names is removed after a day.
     */
    @PutMapping(path = "/kotak/berkas/{sha256}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> upload(@PathVariable String sha256, ServerWebExchange exchange) {
        return Mono.defer(() -> {
            receiving.obstacleToAnswers().ifPresent(why -> {
                throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, why.code());
            });
            return uploads.take(sha256, exchange);
        });
    }

    /** Takes a sealed answer, whose files were sent before it; tells how it ended in 1,024 bytes of JSON. */
    @PostMapping(path = "/kotak/tersegel", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> reply(ServerWebExchange exchange) {
        return Bodies.of(exchange, LARGEST)
                .map(body -> sent(json, body))
                .flatMap(sent -> deadline.answer(
                        Purpose.REPLY,
                        () -> replies.send(
                                        bytes(sent.lookup()),
                                        Objects.requireNonNullElse(sent.items(), List.of()),
                                        bytes(sent.signature()))
                                .map(SealedMailboxController::outcome),
                        Mono.just(outcome(IncomingReplies.BUSY))))
                .map(outcome -> octets(MediaType.APPLICATION_JSON, outcome));
    }

    private static Mono<byte[]> question(ServerWebExchange exchange) {
        return Bodies.of(exchange, LARGEST_QUESTION)
                .filter(bytes -> bytes.length == QUESTION)
                .switchIfEmpty(Mono.error(SealedMailboxController::unreadable));
    }

    static Sent sent(JsonMapper json, byte[] body) {
        try {
            Sent sent = json.readValue(body, Sent.class);
            if (sent == null || bytes(sent.lookup()).length != LOOKUP) throw unreadable();
            bytes(sent.signature());
            return sent;
        } catch (JacksonException | IllegalArgumentException notOurs) {
            throw unreadable();
        }
    }

    private byte[] written(Proofs.Submitted submitted) {
        return padded(json.writeValueAsString(submitted), Proofs.SIZE);
    }

    private static byte[] outcome(String code) {
        return padded("{\"code\":\"" + code + "\"}", OUTCOME);
    }

    private static byte[] padded(String text, int size) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > size) throw new IllegalStateException("An answer exceeds the size that all answers have");
        byte[] padded = Arrays.copyOf(bytes, size);
        Arrays.fill(padded, bytes.length, size, (byte) ' ');
        return padded;
    }

    private static ResponseEntity<byte[]> octets(MediaType type, byte[] body) {
        return ResponseEntity.ok().contentType(type).body(body);
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private static byte[] bytes(@Nullable String text) {
        return Base64.getUrlDecoder().decode(Objects.requireNonNullElse(text, ""));
    }

    private static Refused unreadable() {
        return new Refused(HttpStatus.BAD_REQUEST, "page/unreadable");
    }
}
