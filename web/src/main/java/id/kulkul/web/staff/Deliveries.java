package id.kulkul.web.staff;

import id.kulkul.command.report.ReportCommand.RecordOpening;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseClass;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.report.CaseRow;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.channel.Offices;
import id.kulkul.web.page.Refused;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Hands a sealed item to a reader of its case; the delivery is an event that the reporter sees, stored before the first
 * byte leaves.
 */
@Component
class Deliveries {
    private static final int CHUNK = 64 * 1024;

    private final Offices offices;
    private final CaseVault vault;
    private final Blobs blobs;
    private final Acts acts;
    private final Scheduler sealing;

    Deliveries(Offices offices, CaseVault vault, Blobs blobs, Acts acts, Scheduler sealing) {
        this.offices = offices;
        this.vault = vault;
        this.blobs = blobs;
        this.acts = acts;
        this.sealing = sealing;
    }

    /** Header with its u16 length, the reader's own stanza, then the ciphertext. */
    Flux<DataBuffer> of(CaseRow row, UUID by, String item) {
        ItemHeader header = row.items().stream()
                .filter(each -> Hex16.of(each.item()).equals(item))
                .map(ItemRow::header)
                .findFirst()
                .orElseThrow(Deliveries::absent);
        Manifest manifest = offices.awaitManifest(header.manifest()).orElseThrow(Deliveries::absent);
        DataBuffer front = front(row.report().value(), header, manifest, by);
        acts.await(new RecordOpening(row.report(), header.context().item(), by), by);
        return Flux.concat(Mono.just(front), ciphertext(header));
    }

    private DataBuffer front(UUID report, ItemHeader header, Manifest manifest, UUID by) {
        UUID key = manifest.members().stream()
                .filter(member -> member.person().equals(by))
                .map(Member::keyId)
                .findFirst()
                .orElseThrow(Deliveries::absent);
        CaseClass caseClass = CaseClass.of(header.context().kind());
        Stanza own = vault.stanzas(report, header.context().item(), caseClass).stream()
                .filter(stanza -> stanza.keyId().equals(key))
                .findFirst()
                .orElseThrow(Deliveries::absent);
        byte[] encoded = header.encoded();
        byte[] stanza = own.encoded();
        ByteBuffer front = ByteBuffer.allocate(2 + encoded.length + stanza.length)
                .putShort((short) encoded.length)
                .put(encoded)
                .put(stanza);
        return DefaultDataBufferFactory.sharedInstance.wrap(front.flip());
    }

    private Flux<DataBuffer> ciphertext(ItemHeader header) {
        return DataBufferUtils.readInputStream(
                        () -> blobs.open(header.ctSha256()), DefaultDataBufferFactory.sharedInstance, CHUNK)
                .subscribeOn(sealing);
    }

    private static Refused absent() {
        return new Refused(HttpStatus.NOT_FOUND, "page/not-found");
    }
}
