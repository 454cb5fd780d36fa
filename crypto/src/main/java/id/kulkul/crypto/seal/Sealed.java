package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.Arrays;
import java.util.List;

/** A finished ciphertext whose key is still held here, until it has been given to its recipients and closed. */
public final class Sealed implements AutoCloseable {
    private final Context context;
    private final SymmetricKey key;
    private final Facts facts;

    Sealed(Context context, SymmetricKey key, Facts facts) {
        this.context = context;
        this.key = key;
        this.facts = facts;
    }

    /** What a finished ciphertext is known by; lengths in bytes, the plain ones without padding. */
    public record Facts(long plainLength, Digest plainSha256, long ctLength, Digest ctSha256, Digest commitment) {}

    public Facts facts() {
        return facts;
    }

    /** Gives the whole key to each of the audience. */
    public SealedItem to(Recipients audience, Origin origin) {
        var secret = key.bytes();
        try {
            var stanzas = audience.recipients().stream()
                    .map(recipient -> direct(recipient, secret))
                    .toList();
            return item(WrapSuite.EACH, audience.manifest(), audience.group(), 0, List.of(), stanzas, origin);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Gives each member one share of the key. */
    public SealedItem shared(Sharing sharing, Digest manifest, Origin origin) {
        var shared = sharing.share(context, key);
        return item(
                WrapSuite.SHARES,
                manifest,
                ItemHeader.ALL_SHARES,
                shared.m(),
                shared.commits(),
                shared.stanzas(),
                origin);
    }

    /** Gives the key to nobody: {@link #key} goes into the body of another item of the same manifest. */
    public SealedItem inside(Digest manifest, int group, Origin origin) {
        return item(WrapSuite.NONE, manifest, group, 0, List.of(), List.of(), origin);
    }

    /** A copy of the data key, for the body of the item that carries it. */
    public SymmetricKey key() {
        var secret = key.bytes();
        try {
            return SymmetricKey.of(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public void close() {
        key.close();
    }

    private Stanza direct(Recipient recipient, byte[] secret) {
        return KeyWrap.seal(recipient, KeyWrap.stanzaInfo(context, recipient.keyId()), facts.commitment(), secret);
    }

    private SealedItem item(
            WrapSuite wrap,
            Digest manifest,
            int group,
            int m,
            List<Digest> commits,
            List<Stanza> stanzas,
            Origin from) {
        var header = new ItemHeader(
                context,
                wrap,
                manifest,
                group,
                facts.ctLength(),
                facts.ctSha256(),
                facts.commitment(),
                m,
                commits,
                stanzas.size(),
                Stanza.digest(stanzas),
                from);
        return new SealedItem(header, stanzas);
    }
}
