package id.kulkul.web.staff;

import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.StaleRow;
import id.kulkul.query.report.CaseRow;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.Office;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.page.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Brings messages that a browser sealed into the history: ciphertext, then vault, then event. */
@Component
class Messages {
    private static final int MOST = 16;

    private final Offices offices;
    private final Blobs blobs;
    private final CaseVault vault;
    private final Acts acts;
    private final Scheduler sealing;

    Messages(Offices offices, Blobs blobs, CaseVault vault, Acts acts, Scheduler sealing) {
        this.offices = offices;
        this.blobs = blobs;
        this.vault = vault;
        this.acts = acts;
        this.sealing = sealing;
    }

    /** Completes once the history has acknowledged the messages. */
    Mono<Void> send(CaseRow row, UUID by, CaseController.Sending sending) {
        if (sending.items().isEmpty() || sending.items().size() > MOST) return Mono.error(refused());
        return offices.manifests(List.of(row.sealing().manifest()))
                .publishOn(sealing)
                .flatMap(manifests ->
                        Mono.justOrEmpty(manifests.get(row.sealing().manifest())))
                .map(manifest -> kept(row, manifest, sending))
                .flatMap(messages -> acts.send(
                        Acting.sealed(
                                row.report(),
                                by,
                                sending.act(),
                                Objects.requireNonNullElse(sending.code(), ""),
                                row.sealing(),
                                messages.stream()
                                        .map(message -> message.item().header())
                                        .toList()),
                        by))
                .onErrorMap(IllegalArgumentException.class, odd -> refused());
    }

    private List<SealedMessage> kept(CaseRow row, Manifest manifest, CaseController.Sending sending) {
        UUID report = row.report().value();
        Set<UUID> recipients = SealedMessage.recipients(
                Office.audience(manifest, row.sealing()).recipients(),
                vault.of(report).orElseThrow().sealing());
        List<SealedMessage> messages = sending.items().stream()
                .map(wire -> SealedMessage.read(wire, recipients))
                .toList();
        try {
            for (SealedMessage message : messages) blobs.keep(message.blob());
            vault.add(report, messages.stream().map(SealedMessage::item).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StaleRow sentBefore) {
            // the same bytes a second time: whether they arrived the first time, the history knows
        }
        return messages;
    }

    private static Refused refused() {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "staff/broken-message");
    }
}
