package id.kulkul.web.staff;

import id.kulkul.command.report.Sealing;
import id.kulkul.crypto.seal.Audience;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpenFailed;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.seal.WrapSuite;
import id.kulkul.query.report.CaseRow;
import id.kulkul.web.page.Refused;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** A message as a browser sealed it: whole, of an allowed size, and for exactly the people it must be for. */
final class SealedMessage {
    private static final int SALT = 24;

    private final SealedItem item;
    private final byte[] blob;

    private SealedMessage(SealedItem item, byte[] blob) {
        this.item = item;
        this.blob = blob;
    }

    SealedItem item() {
        return item;
    }

    /** The ciphertext, not copied. */
    byte[] blob() {
        return blob;
    }

    /** As it travels, each part base64url. */
    record Wire(String header, String stanzas, String blob) {
        Wire {
            header = Objects.requireNonNullElse(header, "");
            stanzas = Objects.requireNonNullElse(stanzas, "");
            blob = Objects.requireNonNullElse(blob, "");
        }
    }

    /** Reads and checks one; what is irregular is refused with {@code staff/broken-message}. */
    static SealedMessage read(Wire wire, CaseRow row, Audience audience) {
        try {
            ItemHeader header = ItemHeader.decoded(bytes(wire.header()));
            List<Stanza> stanzas = Stanza.all(bytes(wire.stanzas()));
            byte[] blob = bytes(wire.blob());
            boolean whole = isMeantFor(header, row)
                    && header.hasAllowedSize()
                    && header.covers(stanzas)
                    && header.ctLength() == blob.length
                    && header.commitment().equals(commitment(blob))
                    && header.origin() == Origin.SENDER
                    && header.ctSha256().equals(Digest.sha256(blob))
                    && stanzas.stream()
                            .map(Stanza::keyId)
                            .collect(Collectors.toSet())
                            .equals(audience.recipients().stream()
                                    .map(Recipient::keyId)
                                    .collect(Collectors.toSet()));
            if (!whole) throw broken();
            return new SealedMessage(new SealedItem(header, stanzas), blob);
        } catch (OpenFailed | IllegalArgumentException irregular) {
            throw broken();
        }
    }

    /** The commitment to the key, as it stands after the salt (C2SP chunked-encryption). */
    private static Digest commitment(byte[] blob) {
        return Digest.of(Arrays.copyOfRange(blob, SALT, SALT + Digest.SIZE));
    }

    private static boolean isMeantFor(ItemHeader header, CaseRow row) {
        Context place = header.context();
        Sealing sealing = row.sealing();
        return place.kind() == Kind.MSG_TO_REPORTER
                && header.wrap() == WrapSuite.EACH
                && place.tenant().equals(sealing.tenant())
                && place.scope().equals(sealing.channel())
                && place.aggregate().equals(row.report().value())
                && place.epoch() == sealing.epoch()
                && header.manifest().equals(sealing.manifest())
                && header.group() == sealing.group();
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static Refused broken() {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "staff/broken-message");
    }
}
