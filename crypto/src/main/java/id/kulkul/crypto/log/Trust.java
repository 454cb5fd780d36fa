package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose keys count: those of the anchor, or, without one, whatever the file itself offers. */
final class Trust {

    private final @Nullable Anchor anchor;
    private final List<TrustPolicy> offered = new ArrayList<>();
    private final ManifestChain manifests = new ManifestChain();
    private @Nullable HybridPublicKey root;

    Trust(@Nullable Anchor anchor) {
        this.anchor = anchor;
    }

    boolean isAnchored() {
        return anchor != null;
    }

    void accept(ExportLine.RootKeys line) throws InvalidEvidence {
        if (root != null) throw new InvalidEvidence("repeated-root-keys");
        if (anchor != null && !line.key().rootFingerprint().equals(anchor.rootFingerprint())) {
            throw new InvalidEvidence("other-root-keys");
        }
        root = line.key();
    }

    void accept(ExportLine.Policy line) throws InvalidEvidence {
        offered.add(TrustPolicy.parse(line.policy()));
    }

    void accept(UUID tenant, ExportLine.SignedManifest line) throws InvalidEvidence {
        if (root == null) throw new InvalidEvidence("root-keys-missing");
        manifests.add(root, tenant, line);
    }

    /** The policy in force; empty where nobody offers one. */
    Optional<TrustPolicy> policy() {
        if (anchor != null) return Optional.of(anchor.policy());
        return offered.isEmpty() ? Optional.empty() : Optional.of(offered.getLast());
    }

    LogVerifier log(LogOrigin origin) throws InvalidEvidence {
        return policy().orElseThrow(() -> new InvalidEvidence("no-log-key")).log(origin);
    }

    /**
     * Whether a sealed item may name this manifest; everything may be named where there is neither a manifest nor an
     * anchor.
     */
    boolean knows(Digest manifest) {
        return manifests.contains(manifest) || (anchor == null && manifests.isEmpty());
    }

    /** After the last line: what an anchor needs is there, and every policy is one that the root signed for. */
    void complete() throws InvalidEvidence {
        if (anchor != null && root == null) throw new InvalidEvidence("root-keys-missing");
        if (anchor != null && manifests.isEmpty()) throw new InvalidEvidence("manifest-missing");
        if (anchor != null && !manifests.names(anchor.policy())) throw new InvalidEvidence("policy-not-in-manifest");
        for (TrustPolicy policy : offered) {
            if (!manifests.isEmpty() && !manifests.names(policy)) throw new InvalidEvidence("policy-not-in-manifest");
        }
    }
}
