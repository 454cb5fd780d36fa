package id.kulkul.web.demo;

import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportCommand;
import id.kulkul.command.report.ReportCommand.RecordOpening;
import id.kulkul.command.report.ReportCommand.ReplyToOffice;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.sealed.Note;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.web.channel.Office;
import id.kulkul.web.report.FictionalReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fictional case as it goes on: it remembers what a browser would find on its page, and turns each step into a
 * command.
 */
final class Script {
    private final Office office;
    private final int group;
    private final Reporter reporter;
    private final @Nullable SigningKey signing;
    private final int submitted;
    private final Shelf shelf;
    private final Map<UUID, Integer> sent = new HashMap<>();
    private final Map<UUID, Digest> lastOf = new HashMap<>();
    private Digest lastOffice = Digest.ZERO;
    private Digest lastReporter;
    private UUID newest;

    /** Where what is sealed is kept. */
    record Shelf(Blobs blobs, CaseVault vault) {
        void keep(UUID report, Parcel parcel) {
            try {
                blobs.keep(parcel.blob());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            vault.add(report, List.of(parcel.item()));
        }
    }

    /** The case of a report that was sealed elsewhere, whose reporter answers for themselves. */
    Script(Office office, int group, Reporter reporter, List<ItemHeader> submitted, Shelf shelf) {
        this(office, group, reporter, null, submitted, shelf);
    }

    private Script(
            Office office,
            int group,
            Reporter reporter,
            @Nullable SigningKey signing,
            List<ItemHeader> submitted,
            Shelf shelf) {
        this.office = office;
        this.group = group;
        this.reporter = reporter;
        this.signing = signing;
        this.submitted = submitted.size();
        this.shelf = shelf;
        this.lastReporter = submitted.getFirst().digest();
        this.newest = submitted.getFirst().context().item();
    }

    /** The case of a fictional report, whose reporter answers here. */
    static Script of(FictionalReports.Made made, Office office, Shelf shelf) {
        ReceiptKeys keys = made.keys();
        UUID report = made.command().report().value();
        Reporter reporter =
                new Reporter(report, keys.opening().recipient(), keys.signing().verifying());
        List<ItemHeader> submitted =
                made.items().stream().map(SealedItem::header).toList();
        return new Script(office, made.group(), reporter, keys.signing(), submitted, shelf);
    }

    /** The command of a step; the officials are known by their sign-in names. */
    ReportCommand command(Story.Step step, Map<String, Actor> actors) {
        ReportAct act = step.act();
        if (act == ReportAct.REPLY) return reply(Objects.requireNonNull(step.text()));
        Actor actor = Objects.requireNonNull(actors.get(Objects.requireNonNull(step.by())));
        ReportId id = new ReportId(report());
        String code = Objects.requireNonNullElse(step.code(), "");
        if (act == ReportAct.OPEN_ITEM) return new RecordOpening(id, newest, actor.person());
        if (act.takesNote()) return act.noted(id, actor.person(), code, note(actor, step));
        return act.isSealed()
                ? act.command(id, actor.person(), code, sealing(), List.of(message(actor, step)))
                : act.command(report(), actor.person(), code);
    }

    private ReplyToOffice reply(String text) {
        SigningKey own = Objects.requireNonNull(signing);
        int seq = submitted + sent.merge(report(), 1, Integer::sum) - 1;
        Draft draft = draft(text).after(lastReporter, lastOffice);
        ItemHeader header = seal(Kind.MSG_TO_TEAM, seq, draft, own, audience());
        lastReporter = header.digest();
        newest = header.context().item();
        byte[] signature = SubmitSignature.sign(own, ItemHeader.subject(List.of(header)));
        return new ReplyToOffice(new ReportId(report()), sealing(), List.of(header), Octets.of(signature));
    }

    private ItemHeader message(Actor actor, Story.Step step) {
        int seq = sent.merge(actor.person(), 1, Integer::sum) - 1;
        Digest prev = lastOf.getOrDefault(actor.person(), Digest.ZERO);
        Draft draft = draft(Objects.requireNonNull(step.text())).after(prev, lastReporter);
        Recipients both = audience().and(reporter.sealing());
        ItemHeader header = seal(Kind.MSG_TO_REPORTER, seq, draft, actor.signing(), both);
        lastOf.put(actor.person(), header.digest());
        lastOffice = header.digest();
        return header;
    }

    private @Nullable Note note(Actor actor, Story.Step step) {
        if (step.text() == null) return null;
        int seq = sent.merge(actor.person(), 1, Integer::sum) - 1;
        ItemHeader header = seal(Kind.INTERNAL_NOTE, seq, draft(step.text()), actor.signing(), audience());
        newest = header.context().item();
        return new Note(sealing(), header);
    }

    private ItemHeader seal(Kind kind, int seq, Draft draft, SigningKey signer, Recipients audience) {
        Parcel parcel = Seal.signed(
                office.context(kind, report(), UUID.randomUUID(), seq), draft, signer, audience, Origin.SENDER);
        shelf.keep(report(), parcel);
        return parcel.header();
    }

    private UUID report() {
        return reporter.caseId();
    }

    private Recipients audience() {
        return office.manifest().audience(group);
    }

    private Sealing sealing() {
        return office.sealing(group);
    }

    private static Draft draft(String text) {
        return Draft.of(Draft.MESSAGE, text.getBytes(StandardCharsets.UTF_8));
    }
}
