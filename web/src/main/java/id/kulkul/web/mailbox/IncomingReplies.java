package id.kulkul.web.mailbox;

import id.kulkul.command.Acted;
import id.kulkul.command.report.ReportCommand.ReplyToOffice;
import id.kulkul.command.report.ReportRejection;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseClass;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.StaleRow;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Rejected;
import id.kulkul.web.channel.NotNow;
import id.kulkul.web.channel.Receiving;
import id.kulkul.web.channel.SentAhead;
import id.kulkul.web.store.StoreRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings sealed answers of reporters into the history, one of a report at a time: ciphertext, then vault, then event.
 */
@Component
class IncomingReplies {
    /** The answer was received. */
    static final String REPLIED = "replied";

    /** The same answer was received before. */
    static final String ALREADY = "already";

    /** Nothing was stored, and trying again will help. */
    static final String BUSY = "mailbox/busy";

    /** Nothing was stored, and never will be: another answer took its number. */
    static final String BEHIND = "mailbox/behind";

    /** Nothing was stored, since a file is not here; sending it again will help. */
    static final String FILE_MISSING = "mailbox/attachment-missing";

    /** The report takes no such answer now. */
    static final String REFUSED = "mailbox/reply-refused";

    private final Blobs blobs;
    private final SentAhead ahead;
    private final CaseVault vault;
    private final Acts acts;
    private final CatchUp catchUp;
    private final Receiving receiving;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    IncomingReplies(Blobs blobs, SentAhead ahead, CaseVault vault, Acts acts, CatchUp catchUp, Receiving receiving) {
        this.blobs = blobs;
        this.ahead = ahead;
        this.vault = vault;
        this.acts = acts;
        this.catchUp = catchUp;
        this.receiving = receiving;
    }

    /**
     * Runs the work, unless one of these items has arrived, the report takes none, or another answer of it is on its
     * way; or nothing that came now would be shown in time.
     */
    Mono<String> alone(MailboxRow row, Collection<UUID> items, Supplier<Mono<String>> work) {
        UUID report = row.report().value();
        if (row.messages().stream().anyMatch(message -> items.contains(message.item()))) return Mono.just(ALREADY);
        if (!row.mayReply()) return Mono.just(REFUSED);
        Optional<NotNow> obstacle = receiving.obstacleToAnswers();
        if (obstacle.isPresent()) return Mono.just(obstacle.get().code());
        if (!underWay.add(report)) return Mono.just(BUSY);
        return work.get()
                .onErrorResume(IncomingReplies::isOfTheStore, refused -> Mono.just(BUSY))
                .doFinally(end -> underWay.remove(report));
    }

    private static boolean isOfTheStore(Throwable failure) {
        return StoreRefused.behind(failure).isPresent();
    }

    /**
     * Keeps ciphertexts of messages, and all stanzas; false, and nothing kept of what is another's, if one of the items
     * has some.
     */
    boolean keep(UUID report, List<SealedItem> items, List<byte[]> ciphertexts) {
        if (!vault.takes(report, items)) return false;
        try {
            for (byte[] blob : ciphertexts) blobs.keep(blob);
            vault.add(report, items);
            return true;
        } catch (StaleRow interrupted) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the vault holds exactly these stanzas: the same bytes were sent before, and only the history knows
     * whether they arrived.
     */
    boolean holds(UUID report, List<SealedItem> items) {
        return items.stream().allMatch(item -> item.header()
                .covers(vault.stanzas(report, item.header().context().item(), CaseClass.CONTENT)));
    }

    /** Completes with how it ended, once the history has acknowledged the answer or refused it. */
    Mono<String> send(MailboxRow row, List<SealedItem> items, byte[] signature) {
        List<ItemHeader> headers = items.stream().map(SealedItem::header).toList();
        if (!ahead.claim(headers)) return Mono.just(FILE_MISSING);
        ReplyToOffice command = new ReplyToOffice(row.report(), row.sealing(), headers, Octets.of(signature));
        return acts.send(command, Acted.NOBODY)
                .then(catchUp.now())
                .thenReturn(REPLIED)
                .onErrorResume(Rejected.class, refused -> Mono.just(refused(refused)));
    }

    private static String refused(Rejected refused) {
        if (refused.rejection() == ReportRejection.ITEM_ALREADY_RECEIVED) return ALREADY;
        boolean again = refused.rejection() == ReportRejection.SEQUENCE_GAP
                || refused.rejection().family().equals("office");
        return again ? BUSY : REFUSED;
    }
}
