package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hkdf;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.KeyWrap;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Resealing;
import id.kulkul.crypto.seal.Sharing;
import id.kulkul.crypto.seal.Stanza;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One dealing of a key: a function of the seed alone, so that whoever holds the seed can prove or refute it. */
public final class Deal implements Sharing {
    public static final int SEED = 32;
    private static final int ENCAPSULATION_SEED = 64;
    private final byte[] seed;
    private final List<Recipient> members;
    private final int m;

    /** The dealing of a seed of 32 bytes to the members, in their order, of whom it takes m. */
    public Deal(byte[] seed, List<Recipient> members, int m) {
        if (seed.length != SEED) throw new IllegalArgumentException("A seed has 32 bytes.");
        this.seed = seed;
        this.members = List.copyOf(members);
        this.m = m;
    }

    @Override
    public Shared share(Context context, SymmetricKey key) {
        var shares = shares(key);
        var commits = new ArrayList<Digest>();
        var stanzas = new ArrayList<Stanza>();
        for (var share : shares) {
            var commit = share.commit(context, m, members.size());
            commits.add(commit);
            stanzas.add(stanza(context, share, commit));
            share.close();
        }
        return new Shared(m, commits, stanzas);
    }

    /** The shares of all members, in their order; the caller closes them. */
    public List<Share> shares(SymmetricKey key) {
        var coefficients = new ArrayList<byte[]>();
        coefficients.add(key.bytes());
        for (int j = 1; j < m; j++) coefficients.add(derived("coeff", j, Polynomial.SIZE));
        var shares = IntStream.rangeClosed(1, members.size())
                .mapToObj(i -> Share.at(i, coefficients))
                .toList();
        coefficients.forEach(coefficient -> Arrays.fill(coefficient, (byte) 0));
        return shares;
    }

    Stanza stanza(Context context, Share share, Digest commit) {
        var member = members.get(share.index() - 1);
        var encapsulation = derived("encap", share.index(), ENCAPSULATION_SEED);
        var secret = share.bytes();
        try {
            var info = KeyWrap.stanzaInfo(context, member.keyId());
            return Resealing.stanza(member, info, commit, secret, encapsulation);
        } finally {
            Arrays.fill(encapsulation, (byte) 0);
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] derived(String use, int number, int length) {
        var label = use.getBytes(StandardCharsets.US_ASCII);
        var info = new StructWriter(label.length + 1).raw(label).u8(number).bytes();
        return Hkdf.sha256(seed, "kulkul/v1/deal", info, length);
    }
}
