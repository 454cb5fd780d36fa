package id.kulkul.crypto.keys;

import java.util.List;
import java.util.Optional;

/** A manifest of recipients with the root's signatures. */
public record SignedManifest(Manifest manifest, ManifestSignatures signatures) {
    /** True if the root signed it and it may follow the one before. */
    public boolean isNext(Optional<Manifest> before, OrgRoot root) {
        return manifest.type() == ManifestType.RECIPIENTS
                && root.signed(manifest, signatures)
                && manifest.follows(before);
    }

    /**
     * The index of the first manifest that the root did not sign or that does not follow the one before; -1 if none.
     */
    public static int firstBroken(List<SignedManifest> chain, OrgRoot root) {
        var before = Optional.<Manifest>empty();
        for (int i = 0; i < chain.size(); i++) {
            if (!chain.get(i).isNext(before, root)) return i;
            before = Optional.of(chain.get(i).manifest());
        }
        return -1;
    }
}
