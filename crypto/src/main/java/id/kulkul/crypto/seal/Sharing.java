package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.List;

/** Splits a data key among members so that m of them are needed to open. */
@FunctionalInterface
public interface Sharing {
    /** Splits the key of the item at {@code context}; the key is only lent. */
    Shared share(Context context, SymmetricKey key);

    /** What a split gives: m, one commitment and one stanza for each member, in the members' order. */
    record Shared(int m, List<Digest> commits, List<Stanza> stanzas) {}
}
