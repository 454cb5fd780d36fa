package id.kulkul.web.staff;

import id.kulkul.command.report.ReportAct;
import id.kulkul.command.sealed.Note;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseClass;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.StaleRow;
import id.kulkul.query.casework.StepRow;
import id.kulkul.query.report.CaseRow;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.ArrivedItem;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.page.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Brings messages and notes that a browser sealed into the history: ciphertext, then vault, then event. */
@Component
class Messages {
    private static final int MOST = 8;

    private final Offices offices;
    private final Blobs blobs;
    private final CaseVault vault;
    private final Acts acts;

    Messages(Offices offices, Blobs blobs, CaseVault vault, Acts acts) {
        this.offices = offices;
        this.blobs = blobs;
        this.vault = vault;
        this.acts = acts;
    }

    /** Returns once the history has acknowledged the messages. */
    void send(CaseRow row, UUID by, CaseController.Sending sending) {
        if (sending.items().isEmpty() || sending.items().contains(null)) throw refused();
        if (sending.items().size() > MOST)
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "staff/message-too-long");
        ReportAct act = act(sending).orElseThrow(() -> new Refused(HttpStatus.BAD_REQUEST, "staff/refused"));
        if (act.takesNote() && sending.items().size() > 1) throw refused();
        if (!CasePage.offered(row).contains(act)) throw new Refused(HttpStatus.CONFLICT, "reports/wrong-stage");
        if (!sending.stage().isEmpty() && !sending.stage().equals(row.stage().name()))
            throw new Refused(HttpStatus.CONFLICT, "reports/stage-changed");
        if (act == ReportAct.CONFIRM_FINDINGS) requireRead(row);
        Manifest manifest = offices.awaitManifest(row.sealing().manifest()).orElseThrow(Messages::refused);
        try {
            acts.await(command(act, row, by, sending, kept(act, row, manifest, sending)), by);
        } catch (IllegalArgumentException odd) {
            throw refused();
        }
    }

    private static Object command(
            ReportAct act, CaseRow row, UUID by, CaseController.Sending sending, List<ArrivedItem> messages) {
        String code = Objects.requireNonNullElse(sending.code(), "");
        List<ItemHeader> headers =
                messages.stream().map(message -> message.item().header()).toList();
        if (act.takesNote()) return act.noted(row.report(), by, code, new Note(row.sealing(), headers.getFirst()));
        return act.command(row.report(), by, code, row.sealing(), headers);
    }

    /** The act that carries the message or the note, and takes its code; empty where there is none. */
    private static Optional<ReportAct> act(CaseController.Sending sending) {
        return Arrays.stream(ReportAct.values())
                .filter(act -> act.name().equals(sending.act()) && (act.isSealed() || act.takesNote()))
                .filter(act -> act.codes().isEmpty() || act.codes().contains(sending.code()))
                .findFirst();
    }

    /**
     * Keeps what the act needs. Where the history refuses the act after all, because a colleague was sooner, this stays
     * for the sweeper: another try may be under way with the same bytes, and another case may name the same ciphertext,
     * which is kept once; so nobody knows here that it is needed nowhere.
     */
    private List<ArrivedItem> kept(ReportAct act, CaseRow row, Manifest manifest, CaseController.Sending sending) {
        UUID report = row.report().value();
        Recipients colleagues = Office.audience(manifest, row.sealing());
        Kind kind = act.takesNote() ? Kind.INTERNAL_NOTE : Kind.MSG_TO_REPORTER;
        Recipients audience = act.takesNote()
                ? colleagues
                : colleagues.and(vault.of(report).orElseThrow().sealing());
        List<ArrivedItem> messages = sending.items().stream()
                .map(wire -> arrived(wire, kind, row, audience))
                .toList();
        requireNext(row, messages);
        List<SealedItem> items = messages.stream().map(ArrivedItem::item).toList();
        if (!vault.takes(report, items)) throw refused();
        try {
            for (ArrivedItem message : messages) blobs.keep(message.blob());
            vault.add(report, items);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StaleRow sentBefore) {
            // the same bytes a second time: whether they arrived the first time, the history knows
            if (!messages.stream().allMatch(message -> isKept(report, message.item()))) throw refused();
        }
        return messages;
    }

    private static ArrivedItem arrived(ArrivedItem.Wire wire, Kind kind, CaseRow row, Recipients audience) {
        try {
            return ArrivedItem.direct(wire, kind, row.report().value(), row.sealing(), audience.recipients());
        } catch (ArrivedItem.Irregular irregular) {
            throw refused();
        }
    }

    private boolean isKept(UUID report, SealedItem item) {
        return item.header()
                .covers(vault.stanzas(
                        report,
                        item.header().context().item(),
                        CaseClass.of(item.header().context().kind())));
    }

    /** Refuses, before anything is stored, a confirmation of findings whose note this person was never given. */
    private static void requireRead(CaseRow row) {
        Optional<UUID> findings = row.decisions().stream()
                .filter(step -> step.event().equals("findings-drafted"))
                .reduce((older, newer) -> newer)
                .map(StepRow::note);
        if (row.items().stream().anyMatch(item -> findings.equals(Optional.of(item.item())) && !item.openedByMe()))
            throw new Refused(HttpStatus.CONFLICT, "reports/findings-unread");
    }

    /** Refuses, before anything is stored, what the history would refuse. */
    private static void requireNext(CaseRow row, List<ArrivedItem> messages) {
        long seq = row.nextSeq();
        for (ArrivedItem message : messages) {
            Context place = message.item().header().context();
            if (row.items().stream().anyMatch(item -> item.item().equals(place.item())))
                throw new Refused(HttpStatus.CONFLICT, "reports/item-already-received");
            if (place.seq() != seq++) throw new Refused(HttpStatus.CONFLICT, "reports/sequence-gap");
        }
    }

    private static Refused refused() {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "staff/broken-message");
    }
}
