package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SigningKey;
import java.util.Arrays;
import java.util.List;

/**
 * Seals texts so that it takes m of the members to open them.
 *
 * @param manifest the digest of the manifest that names the members
 * @param m how many it takes, at least 2
 * @param members in the manifest's order, that is ascending by key id; at most 255
 */
public record ThresholdSeal(Digest manifest, int m, List<Recipient> members) {
    public ThresholdSeal {
        members = List.copyOf(members);
        if (m < 2 || m > members.size() || members.size() > 255 || !ascending(members)) {
            throw new IllegalArgumentException("It takes two or more of members that are all different.");
        }
    }

    /** Signs and seals the text, putting the 32 bytes that determine the dealing before it; wipes the draft. */
    public Parcel seal(Context context, Draft draft, SigningKey signer, Origin origin) {
        try (var chance = SymmetricKey.random()) {
            var seed = chance.bytes();
            try {
                return Seal.shared(context, draft.behind(seed), signer, new Deal(seed, members, m), manifest, origin);
            } finally {
                Arrays.fill(seed, (byte) 0);
            }
        }
    }

    private static boolean ascending(List<Recipient> members) {
        for (int i = 1; i < members.size(); i++) {
            if (Hex16.ASCENDING.compare(
                            members.get(i - 1).keyId(), members.get(i).keyId())
                    >= 0) return false;
        }
        return true;
    }
}
