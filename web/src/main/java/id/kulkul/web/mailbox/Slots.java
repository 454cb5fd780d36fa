package id.kulkul.web.mailbox;

import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseClass;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.report.MailboxRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One page of a mailbox as ciphertext: four slots of 8 KiB, newest first, the first of the first page being the state
 * notice. Unused slots are noise that stays the same for the same receipt, so an unknown receipt is an empty mailbox.
 */
@Component
class Slots {
    /** Bytes of every page. */
    static final int SIZE = 32_768;

    private static final int COUNT = 4;
    private static final int SLOT = SIZE / COUNT;

    private final Boxes boxes;
    private final Notices notices;
    private final CaseVault vault;
    private final Blobs blobs;
    private final Scheduler sealing;

    Slots(Boxes boxes, Notices notices, CaseVault vault, Blobs blobs, Scheduler sealing) {
        this.boxes = boxes;
        this.notices = notices;
        this.vault = vault;
        this.blobs = blobs;
        this.sealing = sealing;
    }

    /** Exactly {@link #SIZE} bytes for a look-up key of 32 bytes and a page from 0 to 65,535. */
    Mono<byte[]> page(byte[] lookup, int page) {
        return boxes.row(lookup)
                .zipWith(boxes.reporter(lookup))
                .publishOn(sealing)
                .map(found -> filled(lookup, page, contents(found.getT1(), found.getT2(), page)))
                .switchIfEmpty(Mono.fromCallable(() -> filled(lookup, page, List.of())));
    }

    private List<byte[]> contents(MailboxRow row, Reporter reporter, int page) {
        List<byte[]> contents = new ArrayList<>();
        if (page == 0) contents.add(notice(row, reporter));
        List<ItemRow> letters = row.messages().reversed().stream()
                .filter(item -> !item.fromReporter())
                .toList();
        long first = page == 0 ? 0 : (long) page * COUNT - 1;
        letters.stream().skip(first).limit(COUNT - contents.size()).forEach(item -> letter(
                        row.report(), item.header(), reporter.sealing().keyId())
                .ifPresent(contents::add));
        return contents;
    }

    private byte[] notice(MailboxRow row, Reporter reporter) {
        Parcel notice = notices.of(row, reporter);
        return joined(notice.header(), notice.blob(), notice.item().stanzas().getFirst());
    }

    private Optional<byte[]> letter(ReportId report, ItemHeader header, UUID own) {
        if (header.context().kind() != Kind.MSG_TO_REPORTER) return Optional.empty();
        return vault.stanzas(report.value(), header.context().item(), CaseClass.CONTENT).stream()
                .filter(stanza -> stanza.keyId().equals(own))
                .findFirst()
                .map(stanza -> joined(header, ciphertext(header), stanza));
    }

    private byte[] ciphertext(ItemHeader header) {
        try (InputStream blob = blobs.open(header.ctSha256())) {
            return blob.readNBytes(SLOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] joined(ItemHeader header, byte[] blob, Stanza stanza) {
        byte[] encoded = header.encoded();
        byte[] all = new byte[encoded.length + blob.length + Stanza.SIZE];
        System.arraycopy(encoded, 0, all, 0, encoded.length);
        System.arraycopy(blob, 0, all, encoded.length, blob.length);
        System.arraycopy(stanza.encoded(), 0, all, encoded.length + blob.length, Stanza.SIZE);
        return all;
    }

    private byte[] filled(byte[] lookup, int page, List<byte[]> contents) {
        byte[] all = new byte[SIZE];
        for (int slot = 0; slot < COUNT; slot++) {
            byte[] noise = vault.filler(lookup, (long) page * COUNT + slot, SLOT);
            System.arraycopy(noise, 0, all, slot * SLOT, SLOT);
            if (slot >= contents.size()) continue;
            byte[] content = contents.get(slot);
            System.arraycopy(content, 0, all, slot * SLOT, content.length);
        }
        return all;
    }
}
