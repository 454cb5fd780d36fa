package id.kulkul.web.mailbox;

import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.channel.ArrivedItem;
import id.kulkul.web.channel.ArrivedItem.Irregular;
import id.kulkul.web.channel.ArrivedItem.Wire;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.channel.SentAhead;
import id.kulkul.web.upload.Attachments;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes answers that the reporter's own device sealed; only who signed one with the report's own key learns more than
 * from an unknown receipt.
 */
@Component
class SealedReplies {
    /** What an unknown receipt, an empty mailbox and an irregular answer are told alike. */
    static final String NOTHING = "mailbox/nothing-here";

    private static final int MOST_MESSAGES = 8;
    private static final int MOST = MOST_MESSAGES + Attachments.MOST;

    /** A file that was to come before its answer is not here. */
    private static final class FileMissing extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final Boxes boxes;
    private final Offices offices;
    private final IncomingReplies incoming;
    private final SentAhead ahead;
    private final CatchUp catchUp;
    private final Scheduler sealing;

    SealedReplies(
            Boxes boxes,
            Offices offices,
            IncomingReplies incoming,
            SentAhead ahead,
            CatchUp catchUp,
            Scheduler sealing) {
        this.boxes = boxes;
        this.offices = offices;
        this.incoming = incoming;
        this.ahead = ahead;
        this.catchUp = catchUp;
        this.sealing = sealing;
    }

    /** Completes with how it ended: {@code replied}, {@code already}, or the code of a refusal. */
    Mono<String> send(byte[] lookup, List<Wire> wires, byte[] signature) {
        if (wires.isEmpty() || wires.size() > MOST) return Mono.just(NOTHING);
        return catchUp.now()
                .then(Mono.defer(() -> boxes.row(lookup).zipWith(boxes.reporter(lookup))))
                .flatMap(found -> send(found.getT1(), found.getT2(), wires, signature))
                .onErrorReturn(Irregular.class, NOTHING)
                .onErrorReturn(FileMissing.class, IncomingReplies.FILE_MISSING)
                .defaultIfEmpty(NOTHING);
    }

    private Mono<String> send(MailboxRow row, Reporter reporter, List<Wire> wires, byte[] signature) {
        return offices.manifests(List.of(row.sealing().manifest()))
                .publishOn(sealing)
                .flatMap(manifests ->
                        Mono.justOrEmpty(manifests.get(row.sealing().manifest())))
                .flatMap(manifest -> Mono.fromCallable(() -> {
                    requireSigned(wires, reporter, signature);
                    return read(row, manifest, wires);
                }))
                .flatMap(items -> store(row, items, signature));
    }

    /** Before anything is looked for that an answer names: what is missing is told to the report's own key alone. */
    private static void requireSigned(List<Wire> wires, Reporter reporter, byte[] signature) throws Irregular {
        List<ItemHeader> headers = new ArrayList<>();
        for (Wire wire : wires) headers.add(ArrivedItem.header(wire));
        if (!isOneAnswer(headers.stream().map(header -> header.context().kind()).toList())) throw new Irregular();
        if (!SubmitSignature.verify(reporter.signing(), ItemHeader.subject(headers), signature)) throw new Irregular();
    }

    /** Messages first, then as many attachments as a form takes, so that nothing is kept that will be refused. */
    private static boolean isOneAnswer(List<Kind> kinds) {
        List<Kind> files = kinds.stream().dropWhile(Kind.MSG_TO_TEAM::equals).toList();
        int messages = kinds.size() - files.size();
        return messages > 0
                && messages <= MOST_MESSAGES
                && files.size() <= Attachments.MOST
                && files.stream().allMatch(Kind.ATTACHMENT::equals);
    }

    private List<ArrivedItem> read(MailboxRow row, Manifest manifest, List<Wire> wires) throws Irregular, FileMissing {
        List<Recipient> readers = Office.audience(manifest, row.sealing()).recipients();
        UUID report = row.report().value();
        List<ArrivedItem> items = new ArrayList<>();
        for (Wire wire : wires) {
            boolean file = ArrivedItem.header(wire).context().kind() == Kind.ATTACHMENT;
            items.add(
                    file
                            ? ahead.read(wire, report, row.sealing(), readers).orElseThrow(FileMissing::new)
                            : ArrivedItem.direct(wire, Kind.MSG_TO_TEAM, report, row.sealing(), readers));
        }
        return items;
    }

    private Mono<String> store(MailboxRow row, List<ArrivedItem> arrived, byte[] signature) {
        List<SealedItem> items = arrived.stream().map(ArrivedItem::item).toList();
        return incoming.alone(
                row, items.stream().map(item -> item.header().context().item()).toList(), () -> {
                    long seq = row.nextSeq();
                    for (SealedItem item : items)
                        if (item.header().context().seq() != seq++) return Mono.just(IncomingReplies.BEHIND);
                    List<byte[]> blobs = arrived.stream()
                            .filter(item -> item.header().context().kind() != Kind.ATTACHMENT)
                            .map(ArrivedItem::blob)
                            .toList();
                    boolean fresh = incoming.keep(row.report().value(), items, blobs);
                    return fresh || incoming.holds(row.report().value(), items)
                            ? incoming.send(row, items, signature)
                            : Mono.just(IncomingReplies.BUSY);
                });
    }
}
