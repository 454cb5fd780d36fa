package id.kulkul.web.mailbox;

import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.query.report.ReportQuery;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.channel.Looked;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.clock.ClockLine;
import id.kulkul.web.page.Moments;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Finds what a receipt opens; an unknown one and a report that no checkpoint covers yet are the same empty box. */
@Component
class Boxes {
    private final CaseVault vault;
    private final Questions questions;
    private final Offices offices;
    private final Letters letters;
    private final Leaves leaves;
    private final Clock clock;
    private final Scheduler sealing;

    Boxes(
            CaseVault vault,
            Questions questions,
            Offices offices,
            Letters letters,
            Leaves leaves,
            Clock clock,
            Scheduler sealing) {
        this.vault = vault;
        this.questions = questions;
        this.offices = offices;
        this.letters = letters;
        this.leaves = leaves;
        this.clock = clock;
        this.sealing = sealing;
    }

    /** Opens the box of these keys; the keys stay the caller's. */
    Mono<Box> open(ReceiptKeys keys, Locale language) {
        return row(keys.lookup())
                .flatMap(row -> offices.manifests(digests(row))
                        .publishOn(sealing)
                        .map(manifests -> box(row, keys, manifests, language)))
                .defaultIfEmpty(Box.NOTHING);
    }

    /** What the read side knows of the report of a look-up key, once a checkpoint covers it. */
    Mono<MailboxRow> row(byte[] lookup) {
        return reporter(lookup)
                .filter(reporter -> covered(reporter.caseId()))
                .flatMap(reporter -> questions.maybe(
                        new ReportQuery.Mailbox(new ReportId(reporter.caseId()), clock.instant()), MailboxRow.class));
    }

    /** The reporter of a look-up key; empty for an unknown receipt. */
    Mono<Reporter> reporter(byte[] lookup) {
        return Mono.fromCallable(() -> vault.byReceipt(lookup))
                .subscribeOn(sealing)
                .flatMap(Mono::justOrEmpty);
    }

    private boolean covered(UUID report) {
        return leaves.leafIndexOf(LogName.WBS, report, 0).isPresent();
    }

    private static List<Digest> digests(MailboxRow row) {
        return row.messages().stream().map(item -> item.header().manifest()).toList();
    }

    private Box box(MailboxRow row, ReceiptKeys keys, Map<Digest, Manifest> manifests, Locale language) {
        List<Conversation.Came> came = new ArrayList<>();
        for (ItemRow item : row.messages())
            came.add(new Conversation.Came(item.by().person(), letters.read(row, item, keys, manifests, language)));
        Looked looked = Looked.at(row.openings());
        return new Box(
                true,
                row.stage().name(),
                row.clocks().stream()
                        .map(clock -> ClockLine.of(clock, language))
                        .toList(),
                Conversation.read(came),
                0,
                0,
                looked.lines(language),
                looked.older(),
                row.mayReply(),
                row.objectUntil() == null ? "" : Moments.day(row.objectUntil(), language),
                Hex16.of(UUID.randomUUID()),
                Box.Attempt.NONE);
    }
}
