package id.kulkul.web.channel;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.web.channel.ArrivedItem.Irregular;
import id.kulkul.web.channel.ArrivedItem.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Attachments whose ciphertexts were sent before the text that lists them; one that no event needs is put aside after a
 * day. Every method waits for the disk.
 */
@Component
public class SentAhead {
    private final Blobs blobs;

    public SentAhead(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Reads an attachment; empty if its ciphertext is not here. */
    public Optional<ArrivedItem> read(Wire wire, UUID report, Sealing sealing, List<Recipient> recipients)
            throws Irregular {
        ItemHeader header = ArrivedItem.header(wire);
        try {
            long length = blobs.length(header.ctSha256());
            if (length < 0) return Optional.empty();
            return Optional.of(ArrivedItem.ahead(wire, front(header), length, report, sealing, recipients));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] front(ItemHeader attachment) throws IOException {
        try (InputStream blob = blobs.open(attachment.ctSha256())) {
            return blob.readNBytes(ArrivedItem.FRONT);
        }
    }

    /** From here on the attachments among these items are needed; false if one is gone by now. */
    public boolean claim(Collection<ItemHeader> items) {
        return items.stream()
                .filter(item -> item.context().kind() == Kind.ATTACHMENT)
                .map(ItemHeader::ctSha256)
                .allMatch(this::claim);
    }

    private boolean claim(Digest address) {
        try {
            return blobs.claim(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
