package id.kulkul.web.report;

import id.kulkul.command.Acted;
import id.kulkul.command.report.ReportCommand.SubmitReport;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportOrigin;
import id.kulkul.command.report.ReportRejection;
import id.kulkul.command.report.ReportRules;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.bus.Rejected;
import id.kulkul.web.channel.Office;
import id.kulkul.web.log.Acknowledged;
import id.kulkul.web.log.Promises;
import id.kulkul.web.upload.SealedFile;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Brings a sealed report into the history in the only safe order: ciphertext, then vault, then event; only then is
 * there a receipt.
 */
@Component
class Submissions {
    /** The case was received before. */
    static final class AlreadyReceived extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Nothing was stored, and trying again will help. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final SubmissionKeeper keeper;
    private final Acts acts;
    private final StoredEvents history;
    private final Promises promises;
    private final Clock clock;
    private final Scheduler sealing;
    private final Scheduler keeping;
    private final Map<UUID, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    Submissions(
            Blobs blobs,
            CaseVault vault,
            Acts acts,
            StoredEvents history,
            Promises promises,
            Clock clock,
            Scheduler sealing,
            Scheduler keeping) {
        this.keeper = new SubmissionKeeper(blobs, vault);
        this.acts = acts;
        this.history = history;
        this.promises = promises;
        this.clock = clock;
        this.sealing = sealing;
        this.keeping = keeping;
    }

    /**
     * Seals a form here; completes with the receipt once the history has acknowledged it, fails with {@link Busy}. The
     * same form sent again has the same receipt, and what came with it is not looked at.
     */
    Mono<Receipted> submit(ReportForm form, List<SealedFile> files, Office office, Locale language) {
        int group = office.group(form.getExcluded()).orElseThrow();
        FormReceipt named = form.named(office.manifest().tenant());
        return bring(named.report(), office.sealing(group), () -> ServerSealing.of(form, files, office, group))
                .thenReturn(false)
                .onErrorReturn(AlreadyReceived.class, true)
                .flatMap(again -> Mono.fromCallable(() -> receipted(named, again, language))
                        .subscribeOn(sealing));
    }

    /**
     * Takes what a reporter's own device sealed; the same report sent again is acknowledged again, since its receipt is
     * there and not here.
     */
    Mono<Acknowledged> submit(Submission sealed, Sealing readers) {
        Digest subject = ItemHeader.subject(sealed.headers());
        return bring(sealed.report(), readers, () -> sealed)
                .onErrorResume(AlreadyReceived.class, again -> same(sealed.report(), subject))
                .then(Mono.fromCallable(() -> promises.with("report", Hex16.of(sealed.report()), 0))
                        .subscribeOn(sealing));
    }

    private Mono<Void> same(UUID report, Digest subject) {
        return Mono.fromCallable(
                        () -> history.one("report", Hex16.of(report), 0).orElseThrow())
                .subscribeOn(sealing)
                .filter(stored -> stored.row().subject().equals(subject))
                .switchIfEmpty(Mono.error(AlreadyReceived::new))
                .then();
    }

    /**
     * A sender who goes away does not stop it half way: the next attempt at the same case must find it done or not
     * begun.
     */
    private Mono<Void> bring(UUID report, Sealing readers, Callable<Submission> sealed) {
        return Mono.defer(() -> {
            CompletableFuture<Void> mine = new CompletableFuture<>();
            CompletableFuture<Void> first = underWay.putIfAbsent(report, mine);
            if (first != null) return Mono.fromFuture(first, true).then(Mono.error(AlreadyReceived::new));
            alone(report, readers, sealed)
                    .doFinally(end -> underWay.remove(report))
                    .subscribe(nothing -> {}, mine::completeExceptionally, () -> mine.complete(null));
            return Mono.fromFuture(mine, true);
        });
    }

    private Mono<Void> alone(UUID report, Sealing readers, Callable<Submission> sealed) {
        return Mono.fromCallable(() -> {
                    if (history.one("report", Hex16.of(report), 0).isPresent()) throw new AlreadyReceived();
                    return sealed.call();
                })
                .subscribeOn(sealing)
                .publishOn(keeping)
                .flatMap(submission -> acts.send(command(submission, readers), Acted.NOBODY))
                .onErrorMap(Rejected.class, Submissions::refusal);
    }

    /** Keeps ciphertext and vault rows of a submission and returns the command that makes it part of the history. */
    SubmitReport command(Submission submission, Sealing readers) {
        keeper.keep(submission);
        return new SubmitReport(
                new ReportId(submission.report()),
                ReportRules.inForce(clock.instant()).version(),
                submission.category(),
                readers,
                submission.nonce(),
                submission.headers(),
                submission.reporter().keysDigest(),
                Octets.of(submission.signature()),
                ReportOrigin.OWN);
    }

    private Receipted receipted(FormReceipt named, boolean again, Locale language) {
        Acknowledged promise = promises.with("report", Hex16.of(named.report()), 0);
        try (Receipt receipt = named.receipt()) {
            return new Receipted(receipt.digits(), receipt.words(language), receipt.greeting(), promise, again);
        }
    }

    private static Throwable refusal(Rejected refused) {
        if (refused.rejection() == ReportRejection.DUPLICATE_SUBMISSION) return new AlreadyReceived();
        return refused.rejection().family().equals("office") ? new Busy() : refused;
    }
}
