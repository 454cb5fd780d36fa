package id.kulkul.web.mailbox;

import id.kulkul.command.Octets;
import id.kulkul.command.report.ReportCommand.ReplyToOffice;
import id.kulkul.command.report.ReportRejection;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.StaleRow;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Rejected;
import id.kulkul.web.channel.Offices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Brings a reporter's answer into the history: ciphertext, then vault, then event. */
@Component
class Replies {
    /** Most characters of one answer. */
    static final int LONGEST = 5_000;

    /** Most characters that an answer which is too long can keep on a page of one size. */
    static final int LONGEST_KEPT = 7_000;

    private static final int MOST_ATTEMPTS = 4;

    /** How it ended: what to say, and what was typed if it must not be lost. */
    record Sent(@Nullable String done, @Nullable String error, String typed) {
        Box shownIn(Box box) {
            return box.after(done, error, typed);
        }
    }

    private final Boxes boxes;
    private final Offices offices;
    private final Blobs blobs;
    private final CaseVault vault;
    private final Acts acts;
    private final CatchUp catchUp;
    private final Scheduler sealing;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    Replies(Boxes boxes, Offices offices, Blobs blobs, CaseVault vault, Acts acts, CatchUp catchUp, Scheduler sealing) {
        this.boxes = boxes;
        this.offices = offices;
        this.blobs = blobs;
        this.vault = vault;
        this.acts = acts;
        this.catchUp = catchUp;
        this.sealing = sealing;
    }

    /** Seals and stores an answer; {@code item} is the form's random id, by which a second sending is noticed. */
    Mono<Sent> send(ReceiptKeys keys, @Nullable String item, @Nullable String text) {
        String typed = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (typed.isEmpty()) return Mono.just(failed("mailbox/reply-missing", ""));
        if (typed.codePointCount(0, typed.length()) > LONGEST)
            return Mono.just(
                    failed("mailbox/reply-too-long", typed.substring(0, Math.min(typed.length(), LONGEST_KEPT))));
        return catchUp.now()
                .then(boxes.row(keys))
                .flatMap(row -> alone(keys, row, Objects.requireNonNullElse(item, ""), typed))
                .defaultIfEmpty(new Sent(null, null, ""));
    }

    /** One answer of a report at a time: a second click waits for what became of the first. */
    private Mono<Sent> alone(ReceiptKeys keys, MailboxRow row, String item, String typed) {
        UUID report = row.report().value();
        List<UUID> ids = ids(report, item);
        if (row.messages().stream().anyMatch(message -> ids.contains(message.item()))) return Mono.just(already());
        if (!row.mayReply()) return Mono.just(failed("mailbox/reply-refused", typed));
        if (!underWay.add(report)) return Mono.just(failed("mailbox/busy", typed));
        return store(keys, row, ids, typed).doFinally(end -> underWay.remove(report));
    }

    private Mono<Sent> store(ReceiptKeys keys, MailboxRow row, List<UUID> ids, String typed) {
        return offices.manifests(List.of(row.sealing().manifest()))
                .publishOn(sealing)
                .flatMap(manifests ->
                        Mono.justOrEmpty(manifests.get(row.sealing().manifest())))
                .map(manifest -> command(keys, row, manifest, ids, typed))
                .flatMap(command -> acts.send(command, Acts.NOBODY))
                .then(catchUp.now())
                .thenReturn(new Sent("replied", null, ""))
                .onErrorResume(Rejected.class, refused -> Mono.just(refused(refused, typed)))
                .onErrorResume(StaleRow.class, sentBefore -> Mono.just(failed("mailbox/busy", typed)));
    }

    private ReplyToOffice command(ReceiptKeys keys, MailboxRow row, Manifest manifest, List<UUID> ids, String typed) {
        List<Parcel> parcels = kept(keys, row, manifest, ids, typed);
        List<ItemHeader> headers = parcels.stream().map(Parcel::header).toList();
        byte[] signature = SubmitSignature.sign(keys.signing(), ItemHeader.subject(headers));
        return new ReplyToOffice(row.report(), row.sealing(), headers, Octets.of(signature));
    }

    /** What an interrupted attempt left is never touched, since its event may still be on its way: the next id is taken instead. */
    private List<Parcel> kept(ReceiptKeys keys, MailboxRow row, Manifest manifest, List<UUID> ids, String typed) {
        return ids.stream()
                .map(id -> Reply.parcels(keys, row, manifest, id, typed))
                .filter(parcels -> keep(row.report().value(), parcels))
                .findFirst()
                .orElseThrow(StaleRow::new);
    }

    private boolean keep(UUID report, List<Parcel> parcels) {
        try {
            for (Parcel parcel : parcels) blobs.keep(parcel.blob());
            vault.add(report, parcels.stream().map(Parcel::item).toList());
            return true;
        } catch (StaleRow interrupted) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids that an answer may get, from its form's random id; they are the case's own, so that no form can name another's item. */
    private static List<UUID> ids(UUID report, String item) {
        byte[] form = item.isEmpty() ? Hex16.bytes(UUID.randomUUID()) : item.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, MOST_ATTEMPTS)
                .mapToObj(attempt -> Digest.labelled(
                                "kulkul/v1/reply-item", Hex16.bytes(report), new byte[] {(byte) attempt}, form)
                        .bytes())
                .map(digest -> Hex16.uuid(Arrays.copyOf(digest, Hex16.SIZE)))
                .toList();
    }

    private static Sent refused(Rejected refused, String typed) {
        if (refused.rejection() == ReportRejection.ITEM_ALREADY_RECEIVED) return already();
        boolean again = refused.rejection() == ReportRejection.SEQUENCE_GAP
                || refused.rejection().family().equals("office");
        return failed(again ? "mailbox/busy" : "mailbox/reply-refused", typed);
    }

    private static Sent already() {
        return new Sent("already", null, "");
    }

    private static Sent failed(String code, String typed) {
        return new Sent(null, code, typed);
    }
}
