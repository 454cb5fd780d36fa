package id.kulkul.crypto.seal;

import java.util.List;

/** A small sealed item with its ciphertext. */
public final class Parcel {
    private final SealedItem item;
    private final byte[] blob;

    Parcel(SealedItem item, byte[] blob) {
        this.item = item;
        this.blob = blob;
    }

    public SealedItem item() {
        return item;
    }

    public ItemHeader header() {
        return item.header();
    }

    public List<Stanza> stanzas() {
        return item.stanzas();
    }

    /** The ciphertext, not copied; its address is {@link ItemHeader#ctSha256}. */
    public byte[] blob() {
        return blob;
    }
}
