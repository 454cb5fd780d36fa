package id.kulkul.web.mailbox;

import id.kulkul.command.Octets;
import id.kulkul.command.report.ReportCommand.ReplyToOffice;
import id.kulkul.command.report.ReportRejection;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.receipt.ReceiptKeys;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Brings a reporter's answer into the history: ciphertext, then vault, then event. */
@Component
class Replies {
    /** Most characters of one answer. */
    static final int LONGEST = 5_000;

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
            return Mono.just(failed("mailbox/reply-too-long", typed));
        UUID id = itemId(item);
        return boxes.row(keys)
                .flatMap(row -> has(row, id) ? Mono.just(already()) : store(keys, row, id, typed))
                .defaultIfEmpty(new Sent(null, null, ""));
    }

    private Mono<Sent> store(ReceiptKeys keys, MailboxRow row, UUID item, String typed) {
        return offices.manifests(List.of(row.sealing().manifest()))
                .publishOn(sealing)
                .flatMap(manifests ->
                        Mono.justOrEmpty(manifests.get(row.sealing().manifest())))
                .map(manifest -> command(keys, row, manifest, item, typed))
                .flatMap(command -> acts.send(command, Acts.NOBODY))
                .then(catchUp.now())
                .thenReturn(new Sent("replied", null, ""))
                .onErrorResume(Rejected.class, refused -> Mono.just(refused(refused, typed)))
                .onErrorResume(StaleRow.class, sentBefore -> Mono.just(failed("mailbox/busy", typed)));
    }

    private ReplyToOffice command(ReceiptKeys keys, MailboxRow row, Manifest manifest, UUID item, String typed) {
        List<Parcel> parcels = Reply.parcels(keys, row, manifest, item, typed);
        try {
            for (Parcel parcel : parcels) blobs.keep(parcel.blob());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keep(row.report().value(), parcels);
        List<ItemHeader> headers = parcels.stream().map(Parcel::header).toList();
        byte[] signature = SubmitSignature.sign(keys.signing(), ItemHeader.subject(headers));
        return new ReplyToOffice(row.report(), row.sealing(), headers, Octets.of(signature));
    }

    /** Never touches what is there: it may belong to an answer whose event is still on its way. */
    private void keep(UUID report, List<Parcel> parcels) {
        vault.add(report, parcels.stream().map(Parcel::item).toList());
    }

    private static boolean has(MailboxRow row, UUID item) {
        return row.messages().stream().anyMatch(message -> message.item().equals(item));
    }

    private static Sent refused(Rejected refused, String typed) {
        if (refused.rejection() == ReportRejection.ITEM_ALREADY_RECEIVED) return already();
        boolean again = refused.rejection() == ReportRejection.SEQUENCE_GAP;
        return failed(again ? "mailbox/busy" : "mailbox/reply-refused", typed);
    }

    private static Sent already() {
        return new Sent("already", null, "");
    }

    private static Sent failed(String code, String typed) {
        return new Sent(null, code, typed);
    }

    private static UUID itemId(@Nullable String item) {
        try {
            return item == null ? UUID.randomUUID() : Hex16.parse(item);
        } catch (IllegalArgumentException notAnId) {
            return UUID.randomUUID();
        }
    }
}
