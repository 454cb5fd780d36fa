package id.kulkul.crypto.seal;

import java.util.List;

/** A sealed item but for its ciphertext: what is public, and the stanzas in the order the header hashes. */
public record SealedItem(ItemHeader header, List<Stanza> stanzas) {
    public SealedItem {
        stanzas = List.copyOf(stanzas);
    }
}
