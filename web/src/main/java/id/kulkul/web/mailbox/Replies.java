package id.kulkul.web.mailbox;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.upload.SealedFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Seals an answer for a reporter without JavaScript. */
@Component
class Replies {
    private static final int MOST_ATTEMPTS = 4;

    private final Boxes boxes;
    private final Offices offices;
    private final IncomingReplies incoming;
    private final CatchUp catchUp;
    private final Scheduler sealing;

    Replies(Boxes boxes, Offices offices, IncomingReplies incoming, CatchUp catchUp, Scheduler sealing) {
        this.boxes = boxes;
        this.offices = offices;
        this.incoming = incoming;
        this.catchUp = catchUp;
        this.sealing = sealing;
    }

    /** Where the next answer to a report stands; nowhere for an unknown receipt and where no answer is taken. */
    Mono<AnswerPlace> place(ReceiptKeys keys) {
        return catchUp.now()
                .then(boxes.row(keys.lookup()))
                .filter(MailboxRow::mayReply)
                .map(AnswerPlace::of)
                .switchIfEmpty(Mono.fromSupplier(AnswerPlace::nowhere));
    }

    /** Seals and stores an answer that has no mistake, with files that are kept already and stay the caller's. */
    Mono<Box.Attempt> send(ReceiptKeys keys, AnswerForm answer, List<SealedFile> files) {
        return catchUp.now()
                .then(boxes.row(keys.lookup()))
                .flatMap(row -> send(keys, row, answer, files))
                .map(code -> ended(code, answer))
                .defaultIfEmpty(answer.failed("mailbox/not-sent"));
    }

    private Mono<String> send(ReceiptKeys keys, MailboxRow row, AnswerForm answer, List<SealedFile> files) {
        List<UUID> ids = ids(row.report().value(), answer.item());
        return incoming.alone(row, ids, () -> {
            Optional<String> misplaced = misplaced(answer.place(), AnswerPlace.of(row));
            if (misplaced.isPresent()) return Mono.just(misplaced.get());
            return offices.manifests(List.of(row.sealing().manifest()))
                    .publishOn(sealing)
                    .flatMap(manifests ->
                            Mono.justOrEmpty(manifests.get(row.sealing().manifest())))
                    .flatMap(manifest ->
                            store(row, ids, id -> Reply.sealed(keys, row, manifest, id, answer.text(), files)));
        });
    }

    /** Why files that were sealed for that place cannot stand in the one of now. */
    private static Optional<String> misplaced(@Nullable AnswerPlace place, AnswerPlace now) {
        if (place == null || place.equals(now)) return Optional.empty();
        return Optional.of(place.report().equals(now.report()) ? IncomingReplies.BEHIND : IncomingReplies.BUSY);
    }

    /**
     * What an interrupted attempt left is never touched, since its event may still be on its way: the next id is taken
     * instead.
     */
    private Mono<String> store(MailboxRow row, List<UUID> ids, Function<UUID, Reply> sealing) {
        return ids.stream()
                .map(sealing)
                .filter(reply -> incoming.keep(row.report().value(), reply.items(), reply.blobs()))
                .findFirst()
                .map(reply -> incoming.send(row, reply.items(), reply.signature()))
                .orElseGet(() -> Mono.just(IncomingReplies.BUSY));
    }

    /**
     * The ids that an answer may get, from its form's random id; they are the case's own, so that no form can name
     * another's item.
     */
    private static List<UUID> ids(UUID report, String item) {
        byte[] form = item.isEmpty() ? Hex16.bytes(UUID.randomUUID()) : item.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, MOST_ATTEMPTS)
                .mapToObj(attempt -> Digest.labelled(
                                "kulkul/v1/reply-item", Hex16.bytes(report), new byte[] {(byte) attempt}, form)
                        .bytes())
                .map(digest -> Hex16.uuid(Arrays.copyOf(digest, Hex16.SIZE)))
                .toList();
    }

    private static Box.Attempt ended(String code, AnswerForm answer) {
        boolean stored = code.equals(IncomingReplies.REPLIED) || code.equals(IncomingReplies.ALREADY);
        return stored ? answer.done(code) : answer.failed(code);
    }
}
