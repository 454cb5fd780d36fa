package id.kulkul.web.staff;

import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpenFailed;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.web.page.Refused;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** A message as a browser sealed it: whole, of an allowed size, and for exactly the people it must be for. */
final class SealedMessage {
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
    record Wire(String header, String stanzas, String blob) {}

    /** Reads and checks one; what is irregular is refused with {@code staff/broken-message}. */
    static SealedMessage read(Wire wire, Set<UUID> recipients) {
        try {
            ItemHeader header = ItemHeader.decoded(bytes(wire.header()));
            List<Stanza> stanzas = Stanza.all(bytes(wire.stanzas()));
            byte[] blob = bytes(wire.blob());
            boolean whole = header.context().kind() == Kind.MSG_TO_REPORTER
                    && header.hasAllowedSize()
                    && header.covers(stanzas)
                    && header.ctLength() == blob.length
                    && header.ctSha256().equals(Digest.sha256(blob))
                    && stanzas.stream()
                            .map(Stanza::keyId)
                            .collect(Collectors.toSet())
                            .equals(recipients);
            if (!whole) throw broken();
            return new SealedMessage(new SealedItem(header, stanzas), blob);
        } catch (OpenFailed | IllegalArgumentException irregular) {
            throw broken();
        }
    }

    /** The ids of the keys that a message of this group must be sealed to: the group's and the reporter's. */
    static Set<UUID> recipients(List<Recipient> group, Recipient reporter) {
        Set<UUID> ids = group.stream().map(Recipient::keyId).collect(Collectors.toSet());
        ids.add(reporter.keyId());
        return ids;
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static Refused broken() {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "staff/broken-message");
    }
}
