package id.kulkul.web.mailbox;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.page.FieldText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Seals an answer for a reporter without JavaScript. */
@Component
class Replies {
    /** Most characters of one answer. */
    static final int LONGEST = 5_000;

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

    /** Seals and stores an answer; {@code item} is the form's random id, by which a second sending is noticed. */
    Mono<Box.Attempt> send(ReceiptKeys keys, @Nullable String item, @Nullable String text) {
        String typed = FieldText.text(Objects.requireNonNullElse(text, ""));
        if (typed.isEmpty()) return Mono.just(failed("mailbox/reply-missing", ""));
        int over = FieldText.length(typed) - LONGEST;
        if (over > 0) return Mono.just(new Box.Attempt(null, "mailbox/reply-too-long", whole(typed), over));
        return catchUp.now()
                .then(boxes.row(keys.lookup()))
                .flatMap(row -> send(keys, row, ids(row.report().value(), Objects.requireNonNullElse(item, "")), typed))
                .map(code -> sent(code, typed))
                .defaultIfEmpty(failed("mailbox/not-sent", typed));
    }

    private Mono<String> send(ReceiptKeys keys, MailboxRow row, List<UUID> ids, String typed) {
        return incoming.alone(
                row, ids, () -> offices.manifests(List.of(row.sealing().manifest()))
                        .publishOn(sealing)
                        .flatMap(manifests ->
                                Mono.justOrEmpty(manifests.get(row.sealing().manifest())))
                        .flatMap(manifest -> store(keys, row, manifest, ids, typed)));
    }

    /**
     * What an interrupted attempt left is never touched, since its event may still be on its way: the next id is taken
     * instead.
     */
    private Mono<String> store(ReceiptKeys keys, MailboxRow row, Manifest manifest, List<UUID> ids, String typed) {
        Optional<List<Parcel>> kept = ids.stream()
                .map(id -> Reply.parcels(keys, row, manifest, id, typed))
                .filter(parcels -> incoming.keep(
                        row.report().value(),
                        parcels.stream().map(Parcel::item).toList(),
                        parcels.stream().map(Parcel::blob).toList()))
                .findFirst();
        if (kept.isEmpty()) return Mono.just(IncomingReplies.BUSY);
        List<ItemHeader> headers = kept.get().stream().map(Parcel::header).toList();
        byte[] signature = SubmitSignature.sign(keys.signing(), ItemHeader.subject(headers));
        return incoming.send(row, kept.get().stream().map(Parcel::item).toList(), signature);
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

    private static Box.Attempt sent(String code, String typed) {
        boolean stored = code.equals(IncomingReplies.REPLIED) || code.equals(IncomingReplies.ALREADY);
        return stored ? new Box.Attempt(code, null, Kept.NOTHING, 0) : failed(code, typed);
    }

    private static Box.Attempt failed(String code, String typed) {
        return new Box.Attempt(null, code, whole(typed), 0);
    }

    /** How much of it a page can give back is for the page to say. */
    private static Kept whole(String typed) {
        return new Kept(typed, "");
    }
}
