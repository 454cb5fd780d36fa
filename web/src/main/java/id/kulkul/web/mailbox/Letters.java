package id.kulkul.web.mailbox;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.ForgedSender;
import id.kulkul.crypto.seal.Inconsistent;
import id.kulkul.crypto.seal.Inner;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.seal.Unverified;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseClass;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.web.channel.Office;
import id.kulkul.web.page.Moments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens what was written to a reporter, for the length of one request; what is not whole, or not from the office, stays
 * closed.
 */
@Component
class Letters {
    private final CaseVault vault;
    private final Blobs blobs;

    Letters(CaseVault vault, Blobs blobs) {
        this.vault = vault;
        this.blobs = blobs;
    }

    /**
     * Words one message; the reporter's own are never opened, so that a stolen receipt does not show what was reported.
     */
    Box.Message read(MailboxRow row, ItemRow item, ReceiptKeys keys, Map<Digest, Manifest> manifests, Locale language) {
        String hour = Moments.hour(item.hour(), language);
        if (item.fromReporter()) return new Box.Message(false, hour, null, false);
        return new Box.Message(true, hour, open(row, item.header(), keys, manifests), false);
    }

    private @Nullable String open(
            MailboxRow row, ItemHeader header, ReceiptKeys keys, Map<Digest, Manifest> manifests) {
        Manifest manifest = manifests.get(header.manifest());
        if (header.context().kind() != Kind.MSG_TO_REPORTER || manifest == null) return null;
        UUID own = keys.opening().recipient().keyId();
        Optional<Stanza> mine = vault
                .stanzas(row.report().value(), header.context().item(), CaseClass.CONTENT)
                .stream()
                .filter(stanza -> stanza.keyId().equals(own))
                .findFirst();
        return mine.isEmpty() ? null : open(row.sealing(), header, mine.get(), keys, manifest);
    }

    private @Nullable String open(Sealing report, ItemHeader header, Stanza mine, ReceiptKeys keys, Manifest manifest) {
        try (InputStream blob = blobs.open(header.ctSha256())) {
            Unverified letter = Opening.openSigned(header, mine, blob.readAllBytes(), keys.opening());
            Optional<Member> sender = Office.writer(manifest, report, header, letter.signer());
            return sender.isEmpty() ? null : text(letter.by(sender.get().signing()));
        } catch (OpenFailed | Inconsistent | ForgedSender notWhole) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Inner letter) {
        String text = new String(letter.body(), StandardCharsets.UTF_8);
        letter.wipe();
        return text;
    }
}
