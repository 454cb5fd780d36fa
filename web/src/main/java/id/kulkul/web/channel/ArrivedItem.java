package id.kulkul.web.channel;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.seal.WrapSuite;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as its sender's own device sealed it: whole, of an allowed size, in its place, and for exactly the people it
 * must be for.
 */
public final class ArrivedItem {
    private static final int SALT = 24;

    /** How many bytes of a ciphertext come before its first chunk: salt and commitment. */
    public static final int FRONT = SALT + Digest.SIZE;

    private final SealedItem item;
    private final byte[] blob;

    private ArrivedItem(SealedItem item, byte[] blob) {
        this.item = item;
        this.blob = blob;
    }

    public SealedItem item() {
        return item;
    }

    public ItemHeader header() {
        return item.header();
    }

    /** The ciphertext, not copied; of an attachment only its first 56 bytes, the rest came before. */
    public byte[] blob() {
        return blob;
    }

    /** As it travels, each part base64url; an attachment's ciphertext travels ahead and is empty here. */
    public record Wire(String header, String stanzas, String blob) {
        public Wire {
            header = Objects.requireNonNullElse(header, "");
            stanzas = Objects.requireNonNullElse(stanzas, "");
            blob = Objects.requireNonNullElse(blob, "");
        }
    }

    /** What was sent is not such an item; the refusal names no reason that a forger could learn from. */
    public static final class Irregular extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Reads the header alone, to learn which kind of item it is. */
    public static ItemHeader header(@Nullable Wire wire) throws Irregular {
        if (wire == null) throw new Irregular();
        try {
            return ItemHeader.decoded(bytes(wire.header()));
        } catch (OpenFailed | IllegalArgumentException irregular) {
            throw new Irregular();
        }
    }

    /** Reads an item of a case that is sealed for each of the recipients. */
    public static ArrivedItem direct(Wire wire, Kind kind, UUID report, Sealing sealing, List<Recipient> recipients)
            throws Irregular {
        return direct(wire, bytes(wire), kind, report, sealing, recipients);
    }

    /** Reads an attachment whose ciphertext, of the given length and front, was sent ahead. */
    public static ArrivedItem ahead(
            Wire wire, byte[] front, long length, UUID report, Sealing sealing, List<Recipient> recipients)
            throws Irregular {
        ArrivedItem arrived = read(wire, front);
        ItemHeader header = arrived.header();
        require(isAt(header.context(), Kind.ATTACHMENT, report, sealing) && isFor(header, sealing.group(), sealing));
        require(header.ctLength() == length && isWrapped(arrived.item, WrapSuite.EACH, recipients, true));
        return arrived;
    }

    /** Reads an identity: one share for each holder. */
    public static ArrivedItem shared(Wire wire, UUID report, Sealing sealing, List<Recipient> holders)
            throws Irregular {
        ArrivedItem arrived = read(wire, bytes(wire));
        ItemHeader header = arrived.header();
        require(isAt(header.context(), Kind.IDENTITY, report, sealing)
                && isFor(header, ItemHeader.ALL_SHARES, sealing));
        require(isWhole(header, arrived.blob) && header.m() == sealing.needed());
        require(isWrapped(arrived.item, WrapSuite.SHARES, holders, false));
        return arrived;
    }

    private static ArrivedItem direct(
            Wire wire, byte[] blob, Kind kind, UUID report, Sealing sealing, List<Recipient> recipients)
            throws Irregular {
        ArrivedItem arrived = read(wire, blob);
        ItemHeader header = arrived.header();
        require(isAt(header.context(), kind, report, sealing) && isFor(header, sealing.group(), sealing));
        require(isWhole(header, blob) && isWrapped(arrived.item, WrapSuite.EACH, recipients, true));
        return arrived;
    }

    private static ArrivedItem read(Wire wire, byte[] blob) throws Irregular {
        try {
            ItemHeader header = header(wire);
            List<Stanza> stanzas = Stanza.all(bytes(wire.stanzas()));
            require(header.hasAllowedSize() && header.covers(stanzas) && header.origin() == Origin.SENDER);
            require(blob.length >= FRONT && header.commitment().equals(commitment(blob)));
            return new ArrivedItem(new SealedItem(header, stanzas), blob);
        } catch (OpenFailed | IllegalArgumentException irregular) {
            throw new Irregular();
        }
    }

    private static boolean isAt(Context place, Kind kind, UUID report, Sealing sealing) {
        return place.kind() == kind
                && place.tenant().equals(sealing.tenant())
                && place.scope().equals(sealing.channel())
                && place.aggregate().equals(report)
                && place.epoch() == sealing.epoch();
    }

    private static boolean isFor(ItemHeader header, int group, Sealing sealing) {
        return header.manifest().equals(sealing.manifest()) && header.group() == group;
    }

    private static boolean isWhole(ItemHeader header, byte[] blob) {
        return header.ctLength() == blob.length && header.ctSha256().equals(Digest.sha256(blob));
    }

    private static boolean isWrapped(SealedItem item, WrapSuite wrap, List<Recipient> recipients, boolean anyOrder) {
        List<UUID> given = item.stanzas().stream().map(Stanza::keyId).toList();
        List<UUID> meant = recipients.stream().map(Recipient::keyId).toList();
        boolean all = given.size() == meant.size() && (anyOrder ? given.containsAll(meant) : given.equals(meant));
        return item.header().wrap() == wrap && all;
    }

    /** The commitment to the key, as it stands after the salt (C2SP chunked-encryption). */
    private static Digest commitment(byte[] blob) {
        return Digest.of(Arrays.copyOfRange(blob, SALT, FRONT));
    }

    private static byte[] bytes(@Nullable Wire wire) throws Irregular {
        if (wire == null) throw new Irregular();
        try {
            return bytes(wire.blob());
        } catch (IllegalArgumentException notBase64) {
            throw new Irregular();
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static void require(boolean regular) throws Irregular {
        if (!regular) throw new Irregular();
    }
}
